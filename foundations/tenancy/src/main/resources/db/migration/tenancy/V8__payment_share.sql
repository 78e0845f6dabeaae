-- Of each payment that a business takes, the platform's share in basis points.
alter table plan add column payment_basis_points int not null default 0 check (payment_basis_points between 0 and 10000);
