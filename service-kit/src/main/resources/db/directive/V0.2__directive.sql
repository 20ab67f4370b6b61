-- Directives of the brain that this service has received, and every step they took.
create table directive (
    id            uuid primary key,
    linkage_id    uuid not null,
    case_id       uuid not null,
    case_number   text not null,
    kind          text not null,
    matter_code   text not null,
    matter_name   text not null,
    severity      int not null,
    grid_code     text not null check (grid_code ~ '^[0-9]{6,19}$'),
    grid_name     text not null,
    community_code text,
    community_name text,
    longitude     double precision,
    latitude      double precision,
    people_affected int,
    lead_unit     text,
    co_units      text not null default '',
    instruction   text not null,
    sentence      text,
    status        text not null check (status in ('RECEIVED','ACCEPTED','IN_PROGRESS','COMPLETED','DECLINED','WITHDRAWN')),
    respond_by    timestamptz not null,
    due_at        timestamptz not null,
    urge          int not null default 0,
    received_at   timestamptz not null,
    accepted_at   timestamptz,
    declined_at   timestamptz,
    completed_at  timestamptz,
    reason        text,
    note          text,
    version       bigint not null default 0,
    constraint a_declined_directive_has_a_reason check (status <> 'DECLINED' or reason is not null)
);
create index directive_by_due on directive (status, respond_by, id);
create index directive_grid on directive (grid_code text_pattern_ops);

create table directive_step (
    id           bigserial primary key,
    directive_id uuid not null references directive,
    at           timestamptz not null,
    status       text not null,
    actor        text not null,
    role         text not null,
    note         text
);
create index directive_step_of on directive_step (directive_id, id);
