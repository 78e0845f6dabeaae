-- Whether a text message has been paid for, which it is once, however often it is tried.
alter table delivery add paid boolean not null default false;
update delivery set paid = true where channel = 'sms' and attempts > 0;
grant update (paid) on delivery to ${app};

-- What text messages of all businesses together have cost on a day in countries that are capped by name.
create table sms_country_spend (
    day     date   not null,
    country text   not null,
    cost    bigint not null,
    primary key (day, country)
);
grant select, insert, update on sms_country_spend to ${app};
grant select on sms_country_spend to ${platform};
