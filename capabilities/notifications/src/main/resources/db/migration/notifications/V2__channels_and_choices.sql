-- Of which kind a notice is, by which people choose, and until when it is of any use.
alter table notice add kind text not null default 'general', add expires_at timestamptz;
create index notice_about on notice (tenant_id, path, id);
create index notice_recipient on notice (tenant_id, member_id, id);

-- What was a mail becomes a delivery over one of the channels; or the line that says why nothing goes over it.
alter table mail rename to delivery;
do $$
declare part record;
begin
    for part in select i.inhrelid::regclass::text as name from pg_inherits i where i.inhparent = 'delivery'::regclass loop
        execute format('alter table %s rename to %s', part.name, regexp_replace(part.name, '^.*mail_', 'delivery_'));
    end loop;
end $$;
alter index mail_pkey rename to delivery_pkey;
alter table delivery drop constraint mail_state_check;
alter table delivery
    add notice_id uuid,
    add member_id uuid,
    add channel   text not null default 'mail' check (channel in ('mail', 'sms', 'push')),
    add bundle    uuid,
    add due_at    timestamptz,
    add carrier   text,
    add uncertain boolean not null default false,
    add reference text,
    add wording   int,
    add detail    text,
    add told_at   timestamptz;
update delivery d set notice_id = n.id, member_id = n.member_id, due_at = d.created_at, detail = d.reason, reason = null
    from notice n where n.tenant_id = d.tenant_id and n.id = d.id;
alter table delivery
    alter member_id set not null,
    alter due_at set not null,
    alter channel drop default,
    alter recipient drop not null,
    add constraint delivery_state_check check
        (state in ('kept', 'waiting', 'bundled', 'sent', 'delivered', 'bounced', 'failed', 'withheld'));
create index delivery_notice on delivery (tenant_id, notice_id);
create index delivery_member on delivery (tenant_id, member_id, id);
create index delivery_bundle on delivery (tenant_id, bundle) where bundle is not null;
grant update (state, due_at, recipient, carrier, uncertain, reference, wording, detail, told_at) on delivery to ${app};

alter table account_mail drop constraint account_mail_state_check;
alter table account_mail
    add language  text not null default 'en',
    add carrier   text,
    add uncertain boolean not null default false,
    add reference text,
    add detail    text,
    add told_at   timestamptz,
    add constraint account_mail_state_check check
        (state in ('kept', 'waiting', 'sent', 'delivered', 'bounced', 'failed'));
update account_mail set detail = reason, reason = null;
grant update (carrier, uncertain, reference, detail, told_at) on account_mail to ${app};

-- In which language and zone people like to be told; of the person, wherever they are a member.
create table reader (
    identity_id uuid primary key,
    language    text,
    time_zone   text
);
grant select, insert, update, delete on reader to ${app};
grant select on reader to ${platform};

-- What a member has chosen at a business: quiet hours by the clock on their wall, a digest, and channels by kind.
create table preference (
    tenant_id   uuid  not null,
    member_id   uuid  not null,
    quiet_from  time,
    quiet_until time,
    digest      text  not null default 'none' check (digest in ('none', 'hourly', 'daily')),
    choices     jsonb not null default '{}',
    revision    int   not null default 1,
    primary key (tenant_id, member_id),
    check ((quiet_from is null) = (quiet_until is null))
);
alter table preference enable row level security;
alter table preference force row level security;
create policy tenant_isolation on preference to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on preference to ${owner} using (true) with check (true);
create policy tenant_platform on preference to ${platform} using (true) with check (true);
grant select, insert, update, delete on preference to ${app};
grant select on preference to ${platform};

-- How a business speaks when nobody has chosen.
create table house (
    tenant_id uuid not null primary key,
    language  text not null,
    revision  int  not null default 1
);
alter table house enable row level security;
alter table house force row level security;
create policy tenant_isolation on house to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on house to ${owner} using (true) with check (true);
create policy tenant_platform on house to ${platform} using (true) with check (true);
grant select, insert, update on house to ${app};
grant select on house to ${platform};

-- A business's own words for a notice, version by version: the newest holds, and an empty one means ours again.
create table wording (
    tenant_id  uuid        not null,
    key        text        not null,
    language   text        not null,
    channel    text        not null check (channel in ('page', 'mail', 'sms', 'push')),
    version    int         not null,
    subject    text        check (length(subject) <= 200),
    text       text        check (length(text) <= 4000),
    made_by    uuid        not null,
    created_at timestamptz not null,
    primary key (tenant_id, key, language, channel, version)
);
alter table wording enable row level security;
alter table wording force row level security;
create policy tenant_isolation on wording to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on wording to ${owner} using (true) with check (true);
create policy tenant_platform on wording to ${platform} using (true) with check (true);
grant select, insert on wording to ${app};
grant select on wording to ${platform};

-- Addresses that nothing more is sent to, until somebody of the staff lifts it.
create table suppression (
    tenant_id uuid        not null,
    channel   text        not null check (channel in ('mail', 'sms')),
    address   text        not null,
    reason    text        not null check (reason in ('bounce', 'complaint', 'stop')),
    detail    text,
    since     timestamptz not null,
    primary key (tenant_id, channel, address)
);
alter table suppression enable row level security;
alter table suppression force row level security;
create policy tenant_isolation on suppression to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on suppression to ${owner} using (true) with check (true);
create policy tenant_platform on suppression to ${platform} using (true) with check (true);
grant select, insert, delete on suppression to ${app};
grant select on suppression to ${platform};

-- A browser that its owner lets us wake.
create table push_subscription (
    tenant_id  uuid        not null,
    id         uuid        not null,
    member_id  uuid        not null,
    endpoint   text        not null check (length(endpoint) <= 1000),
    key        bytea       not null,
    secret     bytea       not null,
    browser    text        not null check (length(browser) <= 200),
    created_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, member_id, endpoint)
);
alter table push_subscription enable row level security;
alter table push_subscription force row level security;
create policy tenant_isolation on push_subscription to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on push_subscription to ${owner} using (true) with check (true);
create policy tenant_platform on push_subscription to ${platform} using (true) with check (true);
grant select, insert, delete on push_subscription to ${app};
grant update (key, secret) on push_subscription to ${app};
grant select on push_subscription to ${platform};

-- What text messages have cost on a day, by country; '' is all of them together. In millionths of the price's currency.
create table sms_spend (
    tenant_id uuid   not null,
    day       date   not null,
    country   text   not null,
    messages  int    not null,
    segments  int    not null,
    cost      bigint not null,
    primary key (tenant_id, day, country)
);
alter table sms_spend enable row level security;
alter table sms_spend force row level security;
create policy tenant_isolation on sms_spend to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on sms_spend to ${owner} using (true) with check (true);
create policy tenant_platform on sms_spend to ${platform} using (true) with check (true);
grant select, insert, update on sms_spend to ${app};
grant select on sms_spend to ${platform};

-- Keys of the platform itself: what push services know it by, and what seals the links that end a kind of mail.
create table platform_key (
    id         uuid        primary key,
    secret     bytea       not null,
    created_at timestamptz not null
);
grant select, insert on platform_key to ${app};
grant update (secret) on platform_key to ${app};

-- What carriers report, as it came, until it has been worked.
create table report (
    id          uuid        primary key,
    source      text        not null check (source in ('sendgrid', 'ses', 'twilio')),
    body        text        not null check (length(body) <= 1048576),
    received_at timestamptz not null
);
grant select, insert, delete on report to ${app};
grant select on report to ${platform};
