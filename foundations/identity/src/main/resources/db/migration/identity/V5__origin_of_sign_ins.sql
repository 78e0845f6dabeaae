-- From where a program signed in, for the list of "where you are signed in".
alter table refresh_family
    add column user_agent text not null default '' check (length(user_agent) <= 300),
    add column address    text not null default '' check (length(address) <= 60);
