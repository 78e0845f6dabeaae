-- By what somebody has shown who they are in the first step, so that the trail can say so after the second.
alter table sign_in_step add shown text not null default 'password';

-- Whoever came through another site has a password that nobody knows, until they choose one.
alter table identity add password_chosen boolean not null default true;
update identity i set password_chosen = false
where exists (
    select from external_login l where l.identity_id = i.id and l.created_at < i.created_at + interval '1 second');
