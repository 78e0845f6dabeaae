-- A gateway asks about some complaints before it takes any money back.
alter table dispute add column held boolean not null default true;
