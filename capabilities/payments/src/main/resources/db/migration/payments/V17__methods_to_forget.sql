-- What a member has removed is forgotten by its gateway too, as soon as that answers.
alter table payment_method add column forget_at timestamptz;
alter table payment_method add column forget_asked int not null default 0;
alter table payment_method add constraint payment_method_is_removed_before_it_is_forgotten
    check (forget_at is null or removed_at is not null);
create index payment_method_forget on payment_method (tenant_id, forget_at) where forget_at is not null;
