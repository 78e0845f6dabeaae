-- What the text messages of a business may cost on a day, and of that those to each country but its own; null as for all.
alter table plan
    add column sms_day         numeric(8, 2) check (sms_day >= 0),
    add column sms_country_day numeric(8, 2) check (sms_country_day >= 0);
