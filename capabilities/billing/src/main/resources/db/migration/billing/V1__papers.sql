grant usage on schema billing to ${app}, ${platform};

-- The last number of each kind and year. Locked by whoever takes the next, until that is written or given up.
create table last_number (
    tenant_id uuid not null,
    kind      text not null,
    year      int  not null,
    place     int  not null,
    primary key (tenant_id, kind, year)
);

-- As they were issued, and never changed. Who sold and who bought are named as they were called then.
create table paper (
    tenant_id    uuid        not null,
    id           uuid        not null,
    kind         text        not null check (kind in ('invoice', 'receipt', 'credit_note')),
    year         int         not null,
    place        int         not null check (place > 0),
    number       text        not null,
    subject_kind text        not null,
    subject      uuid        not null,
    reference    text        not null,
    page         text        not null,
    customer     uuid        not null,
    seller       jsonb       not null,
    buyer        text        not null,
    lines        jsonb       not null,
    taxes        jsonb       not null,
    total        bigint      not null check (total > 0),
    currency     text        not null check (currency ~ '^[A-Z]{3}$'),
    due_on       date,
    corrects     uuid,
    reason       text,
    issued_on    date        not null,
    issued_at    timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, corrects) references paper (tenant_id, id),
    constraint paper_credits_an_invoice check ((kind = 'credit_note') = (corrects is not null)),
    constraint paper_invoice_says_when check ((kind = 'invoice') = (due_on is not null))
);
create unique index paper_place on paper (tenant_id, kind, year, place);
-- One invoice or receipt for a thing, however often it is asked for.
create unique index paper_subject on paper (tenant_id, kind, subject_kind, subject) where kind <> 'credit_note';
create index paper_corrects on paper (tenant_id, corrects) where corrects is not null;
create index paper_customer on paper (tenant_id, customer, id);

-- What became of an invoice since.
create table standing (
    tenant_id   uuid        not null,
    invoice     uuid        not null,
    due_on      date        not null,
    total       bigint      not null,
    currency    text        not null,
    paid        bigint      not null default 0,
    credited    bigint      not null default 0 check (credited between 0 and total),
    reminders   int         not null default 0,
    open        boolean     not null generated always as (total - credited - paid > 0) stored,
    primary key (tenant_id, invoice),
    foreign key (tenant_id, invoice) references paper (tenant_id, id)
);
create index standing_open on standing (tenant_id, due_on, invoice) where open;

do $$
declare
    t text;
begin
    foreach t in array array['last_number', 'paper', 'standing'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy tenant_isolation on %I to ${app}
            using      (tenant_id = (select nullif(current_setting(''gm.tenant_id'', true), '''')::uuid))
            with check (tenant_id = (select nullif(current_setting(''gm.tenant_id'', true), '''')::uuid))', t);
        execute format('create policy tenant_owner on %I to ${owner} using (true) with check (true)', t);
        execute format('create policy tenant_platform on %I to ${platform} using (true) with check (true)', t);
    end loop;
end $$;
grant select, insert, update (place) on last_number to ${app};
grant select, insert on paper to ${app};
grant select, insert, update (paid, credited, reminders) on standing to ${app};
grant select on last_number, paper, standing to ${platform};
