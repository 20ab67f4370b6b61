-- Webhooks of district systems: what was told, who wants to hear it, what was delivered, what failed and why.

-- Of a complaint: the unit or company complained of; '?' of what was known before this column, which a rebuild fills.
alter table known_case add column complained_of text default '?';
alter table known_case alter column complained_of set default null;

create table hook_subscription (
    id               uuid primary key,
    name             text not null check (length(name) between 2 and 100),
    url              text not null check (url ~ '^https?://'),
    mode             text not null check (mode in ('STRUCTURED', 'BINARY')),
    event_types      text[] not null check (cardinality(event_types) > 0),
    grid_codes       text[] not null, -- narrower than the scope; empty: all of it
    owner            text not null,   -- id of the account
    owner_post       text not null,
    -- Frozen from the token of who registered it: a subscription never sees more than that post did.
    role             text not null check (role in ('district-system', 'unit', 'property', 'community', 'street', 'centre', 'supervisor', 'system-admin')),
    unit             text,
    grid_scope       text[] not null check (cardinality(grid_scope) > 0),
    state            text not null check (state in ('ACTIVE', 'PAUSED', 'DISABLED')),
    state_reason     text,
    secret           bytea not null, -- sealed
    secret_since     timestamptz not null,
    old_secret       bytea,
    old_secret_until timestamptz,
    created_at       timestamptz not null,
    version          bigint not null,
    constraint a_unit_says_which check (role not in ('unit', 'property') or unit is not null),
    constraint an_old_secret_ends check ((old_secret is null) = (old_secret_until is null))
);
create index hook_subscription_owner on hook_subscription (owner);

-- How the receiver is; apart, because every delivery writes it and no If-Match depends on it.
create table hook_health (
    subscription_id   uuid primary key references hook_subscription on delete cascade,
    failures_in_row   int not null default 0 check (failures_in_row >= 0),
    last_delivered_at timestamptz,
    last_failed_at    timestamptz,
    last_status       int,
    last_reason       text,
    lost              bigint not null default 0 -- left the log undelivered
) with (fillfactor = 70);

-- Every event that somebody may subscribe to, in the order in which it was heard, for some days.
create table hook_event (
    seq           bigserial primary key,
    id            uuid not null unique, -- heard twice, kept once
    type          text not null,
    subject       text not null,
    case_id       uuid,
    case_number   text,
    grid_code     text not null check (grid_code ~ '^[0-9]{6,19}$'),
    lead_unit     text,
    co_units      text not null default '',
    given         boolean not null, -- units have the case; before that lead_unit is only the catalogue's
    complained_of text,
    only_for      uuid references hook_subscription on delete cascade, -- a test
    told_at       timestamptz not null,
    heard_at      timestamptz not null,
    body          text not null check (body is json object)
);
create index hook_event_case on hook_event (case_id, seq desc) where case_id is not null;
create index hook_event_told on hook_event (told_at);
create index hook_event_heard on hook_event (heard_at);
create index hook_event_only_for on hook_event (only_for) where only_for is not null;

create table hook_delivery (
    id              uuid primary key,
    position        bigserial not null unique, -- the order within a lane
    subscription_id uuid not null references hook_subscription on delete cascade,
    event_seq       bigint not null references hook_event on delete cascade,
    lane            text not null, -- the case, or what else keeps its order
    cause           text not null check (cause in ('EVENT', 'REPLAY', 'TEST')),
    state           text not null check (state in ('WAITING', 'DELIVERED', 'FAILED')),
    attempts        int not null default 0,
    next_at         timestamptz, -- null while an earlier one of its lane waits
    leased_until    timestamptz, -- a replica is sending it
    created_at      timestamptz not null,
    done_at         timestamptz,
    constraint what_is_done_says_when check ((state = 'WAITING') = (done_at is null))
) with (fillfactor = 70);
create unique index an_event_is_told_once on hook_delivery (subscription_id, event_seq) where cause = 'EVENT';
create index hook_delivery_lane on hook_delivery (subscription_id, lane, position) where state = 'WAITING';
create index hook_delivery_due on hook_delivery (subscription_id, next_at) where state = 'WAITING' and next_at is not null;
create index hook_delivery_newest on hook_delivery (subscription_id, position desc);
create index hook_delivery_failed on hook_delivery (subscription_id) where state = 'FAILED';
create index hook_delivery_event on hook_delivery (event_seq);

create table hook_attempt (
    delivery_id uuid not null references hook_delivery on delete cascade,
    number      int not null check (number > 0),
    at          timestamptz not null,
    status      int,
    millis      int not null,
    reason      text, -- null: taken
    detail      text,
    answer      text check (length(answer) <= 500),
    primary key (delivery_id, number)
);
