-- When a business that is being closed will be gone; nobody but the platform writes it.
alter table tenant add closes_at timestamptz;
-- When a person was taken out of a member: what is left is kept for the books.
alter table member add erased_at timestamptz;
