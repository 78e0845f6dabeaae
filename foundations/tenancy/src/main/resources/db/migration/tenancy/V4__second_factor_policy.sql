alter table tenant add second_factor_required boolean not null default false;
grant update (second_factor_required) on tenant to ${app};
