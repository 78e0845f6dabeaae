-- Answers from before there was a vault stand open, for the day that they are kept.
alter table idempotency add sealed boolean not null default false;
