grant usage on schema finance to ${app}, ${platform};

-- The id of each matter is that of the request that it came from. Amounts are minor units of the currency beside them.
create table loan_application (
    tenant_id      uuid        not null,
    id             uuid        not null,
    customer_id    uuid        not null,
    currency       text        not null check (currency ~ '^[A-Z]{3}$'),
    amount         bigint      not null check (amount > 0),
    purpose        text        not null,
    term_months    int         not null check (term_months > 0),
    employment     text        not null,
    employed_since date,
    income         bigint      not null check (income >= 0),
    obligations    bigint      not null check (obligations >= 0),
    stage          text        not null
        check (stage in ('submitted', 'offered', 'accepted', 'underwriting', 'awaiting_documents', 'decided',
                         'declined', 'withdrawn')),
    opened_at      timestamptz not null,
    stage_since    timestamptz not null,
    primary key (tenant_id, id)
);
create index loan_application_customer on loan_application (tenant_id, customer_id, opened_at);
alter table loan_application enable row level security;
alter table loan_application force row level security;
create policy tenant_isolation on loan_application to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on loan_application to ${owner} using (true) with check (true);
create policy tenant_platform on loan_application to ${platform} using (true) with check (true);
grant select, insert, update on loan_application to ${app};
grant select on loan_application to ${platform};

create table credit_assessment (
    tenant_id    uuid        not null,
    id           uuid        not null,
    customer_id  uuid        not null,
    subject      text        not null check (subject in ('myself', 'my_business', 'another_person', 'another_business')),
    subject_name text        check (subject_name is not null or subject = 'myself'),
    purpose      text        not null,
    period       text        not null,
    currency     text        not null check (currency ~ '^[A-Z]{3}$'),
    amount       bigint      check (amount > 0),
    income       bigint      check (income >= 0),
    obligations  bigint      check (obligations >= 0),
    needed_by    date,
    stage        text        not null
        check (stage in ('requested', 'offered', 'ordered', 'in_review', 'awaiting_information', 'reported',
                         'declined', 'withdrawn')),
    opened_at    timestamptz not null,
    stage_since  timestamptz not null,
    primary key (tenant_id, id)
);
alter table credit_assessment enable row level security;
alter table credit_assessment force row level security;
create policy tenant_isolation on credit_assessment to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on credit_assessment to ${owner} using (true) with check (true);
create policy tenant_platform on credit_assessment to ${platform} using (true) with check (true);
grant select, insert, update on credit_assessment to ${app};
grant select on credit_assessment to ${platform};

-- Each sentence that was agreed to, as it was read. Nobody changes it afterwards.
create table consent (
    tenant_id            uuid        not null,
    id                   uuid        not null,
    loan_application_id  uuid,
    credit_assessment_id uuid,
    kind                 text        not null check (kind in ('truth', 'credit_bureau', 'data')),
    wording              text        not null,
    given_at             timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, loan_application_id, kind),
    unique (tenant_id, credit_assessment_id, kind),
    check (num_nonnulls(loan_application_id, credit_assessment_id) = 1),
    foreign key (tenant_id, loan_application_id) references loan_application,
    foreign key (tenant_id, credit_assessment_id) references credit_assessment
);
alter table consent enable row level security;
alter table consent force row level security;
create policy tenant_isolation on consent to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on consent to ${owner} using (true) with check (true);
create policy tenant_platform on consent to ${platform} using (true) with check (true);
grant select, insert on consent to ${app};
grant select on consent to ${platform};

create table payment_plan (
    tenant_id    uuid        not null,
    id           uuid        not null,
    customer_id  uuid        not null,
    debt         text        not null,
    reference    text        not null,
    owed_to      text,
    currency     text        not null check (currency ~ '^[A-Z]{3}$'),
    amount       bigint      not null check (amount > 0),
    down_payment bigint      not null check (down_payment >= 0 and down_payment < amount),
    instalments  int         not null check (instalments > 1),
    frequency    text        not null check (frequency in ('weekly', 'every_two_weeks', 'monthly')),
    stage        text        not null
        check (stage in ('proposed', 'offered', 'agreed', 'running', 'suspended', 'settled', 'declined', 'cancelled')),
    opened_at    timestamptz not null,
    stage_since  timestamptz not null,
    primary key (tenant_id, id)
);
create index payment_plan_customer on payment_plan (tenant_id, customer_id, upper(reference));
alter table payment_plan enable row level security;
alter table payment_plan force row level security;
create policy tenant_isolation on payment_plan to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on payment_plan to ${owner} using (true) with check (true);
create policy tenant_platform on payment_plan to ${platform} using (true) with check (true);
grant select, insert, update on payment_plan to ${app};
grant select on payment_plan to ${platform};

create table instalment (
    tenant_id       uuid   not null,
    id              uuid   not null,
    payment_plan_id uuid   not null,
    number          int    not null check (number > 0),
    due_on          date   not null,
    amount          bigint not null check (amount > 0),
    primary key (tenant_id, id),
    unique (tenant_id, payment_plan_id, number),
    foreign key (tenant_id, payment_plan_id) references payment_plan
);
alter table instalment enable row level security;
alter table instalment force row level security;
create policy tenant_isolation on instalment to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on instalment to ${owner} using (true) with check (true);
create policy tenant_platform on instalment to ${platform} using (true) with check (true);
grant select, insert on instalment to ${app};
grant select on instalment to ${platform};

create table engagement (
    tenant_id   uuid        not null,
    id          uuid        not null,
    customer_id uuid        not null,
    topic       text        not null,
    channel     text        not null check (channel in ('in_person', 'phone', 'video', 'chat')),
    stage       text        not null
        check (stage in ('enquiry', 'proposed', 'engaged', 'advising', 'paused', 'concluded', 'declined',
                         'cancelled')),
    opened_at   timestamptz not null,
    stage_since timestamptz not null,
    primary key (tenant_id, id)
);
alter table engagement enable row level security;
alter table engagement force row level security;
create policy tenant_isolation on engagement to ${app}
    using      (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid))
    with check (tenant_id = (select nullif(current_setting('gm.tenant_id', true), '')::uuid));
create policy tenant_owner on engagement to ${owner} using (true) with check (true);
create policy tenant_platform on engagement to ${platform} using (true) with check (true);
grant select, insert, update on engagement to ${app};
grant select on engagement to ${platform};
