create table berth (name text primary key);
grant usage on schema berths to ${app};
grant select on berth to ${app};
