-- The brain: what it knows of cases (a projection that can be rebuilt), what it decided, what it set in motion.

-- Public state of each case, newest version wins. No person, no report text: the events carry none.
-- Lists of units are codes joined by commas.
create table known_case (
    case_id         uuid primary key,
    number          text not null,
    version         bigint not null,
    status          text not null,
    matter_code     text,
    matter_name     text,
    class_name      text,
    severity        int,
    limit_profile   text,
    grid_code       text not null check (grid_code ~ '^[0-9]{6,19}$'),
    grid_name       text,
    community_code  text,
    community_name  text,
    longitude       double precision,
    latitude        double precision,
    people_affected int not null default 0,
    injury          boolean not null default false,
    lead_unit       text,
    co_units        text not null default '',
    scale           text check (scale in ('SMALL', 'BIG')),
    level           text,
    reported_at     timestamptz,
    filed_at        timestamptz,
    due_at          timestamptz,
    closed_at       timestamptz
) with (fillfactor = 70); -- room for the changes that every case goes through
create index known_case_open on known_case (grid_code text_pattern_ops)
    where status in ('REPORTED','FILED','SELF_HANDLING','DISPATCHED','RETURN_REQUESTED','ACCEPTED','IN_PROGRESS','SUSPENDED','FEEDBACK','VERIFYING');
create index known_case_reported on known_case (reported_at);
create index known_case_closed on known_case (closed_at) where closed_at is not null;
create index known_case_same_matter on known_case (matter_code, community_code, filed_at) where closed_at is null;

-- Names of grids, from onegrid.grids.
create table known_grid (
    code        text primary key check (code ~ '^[0-9]{6,19}$'),
    parent_code text,
    level       int not null,
    kind        text,
    name        text not null,
    longitude   double precision,
    latitude    double precision,
    valid_from  date
);

create table policy_version (
    version     int primary key check (version > 0),
    status      text not null check (status in ('DRAFT', 'IN_FORCE', 'RETIRED')),
    note        text not null,
    created_at  timestamptz not null,
    created_by  text not null,
    in_force_at timestamptz,
    constraint only_a_draft_was_never_in_force check ((status = 'DRAFT') = (in_force_at is null))
);
create unique index one_policy_in_force on policy_version ((true)) where status = 'IN_FORCE';

create table policy_rule (
    version     int not null references policy_version,
    position    int not null check (position > 0),
    number      text not null,
    name        text not null,
    condition   text not null,
    scale       text not null check (scale in ('SMALL', 'BIG')),
    level       text not null check (level in ('GRID', 'COMMUNITY', 'STREET', 'DISTRICT')),
    sentence    text not null,
    sentence_en text,
    primary key (version, position),
    unique (version, number)
);

create table linkage (
    id             uuid primary key,
    case_id        uuid not null,
    case_number    text not null,
    matter_code    text,
    matter_name    text not null,
    class_name     text,
    severity       int not null,
    grid_code      text not null check (grid_code ~ '^[0-9]{6,19}$'),
    grid_name      text not null,
    community_code text,
    community_name text,
    longitude      double precision,
    latitude       double precision,
    people_affected int not null default 0,
    lead_unit      text,
    co_units       text not null default '',
    status         text not null check (status in ('OPEN', 'CLOSED')),
    level          text not null check (level in ('GRID', 'COMMUNITY', 'STREET', 'DISTRICT')),
    supervised     boolean not null default false,
    case_status    text not null,
    rule           text not null,
    sentence       text not null,
    opened_at      timestamptz not null,
    clock_from     timestamptz not null, -- opened_at, moved on by every stop of the clock
    due_at         timestamptz not null,
    stopped_at     timestamptz,          -- the clock stands still since then (suspended case)
    next_mark_at   timestamptz,          -- when the clock's next share falls due; null: never
    closed_at      timestamptz,
    closed_reason  text,
    version        bigint not null default 0,
    constraint a_closed_linkage_says_when check ((status = 'CLOSED') = (closed_at is not null)),
    constraint a_closed_linkage_has_no_clock check (status = 'OPEN' or next_mark_at is null)
);
create unique index one_open_linkage_per_case on linkage (case_id) where status = 'OPEN';
create index linkage_of_case on linkage (case_id);
create index linkage_due on linkage (next_mark_at) where next_mark_at is not null;
create index linkage_open_on_matter on linkage (matter_code, community_code) where status = 'OPEN';
create index linkage_newest on linkage (opened_at desc, id desc);
create index linkage_grid on linkage (grid_code text_pattern_ops);

create table linkage_part (
    directive_id uuid primary key,
    linkage_id   uuid not null references linkage,
    service      text not null check (service in ('grid', 'party', 'property', 'new-sector')),
    kind         text not null,
    status       text not null check (status in ('ISSUED','RECEIVED','ACCEPTED','IN_PROGRESS','COMPLETED','DECLINED','WAIVED','WITHDRAWN')),
    instruction  text not null,
    respond_by   timestamptz not null,
    issued_at    timestamptz not null,
    received_at  timestamptz,
    accepted_at  timestamptz,
    completed_at timestamptz,
    declined_at  timestamptz,
    note         text,
    reason       text,
    unique (linkage_id, service)
);

-- A share of the clock that was reached, once for ever, whatever the number of replicas and restarts.
create table linkage_mark (
    linkage_id uuid not null references linkage,
    share      int not null check (share in (50, 80, 100)),
    at         timestamptz not null,
    primary key (linkage_id, share)
);

create table linkage_log (
    id         bigserial primary key,
    linkage_id uuid not null references linkage,
    at         timestamptz not null,
    kind       text not null check (kind in ('OPENED','URGED','WARNED','ESCALATED','ANSWERED','CLOSED','SUPERVISED')),
    text       text not null
);
create index linkage_log_of on linkage_log (linkage_id, id);

create table decision (
    id             uuid primary key,
    case_id        uuid not null,
    cause          text not null, -- filed, marked-big:<case version>, reopened:<case version>
    case_number    text not null,
    matter_name    text not null,
    grid_code      text not null check (grid_code ~ '^[0-9]{6,19}$'),
    grid_name      text not null,
    lead_unit      text,
    co_units       text not null default '',
    scale          text not null check (scale in ('SMALL', 'BIG')),
    level          text not null check (level in ('GRID', 'COMMUNITY', 'STREET', 'DISTRICT')),
    rule           text not null,
    rule_name      text not null,
    policy_version int not null references policy_version,
    facts          text not null check (facts is json object),
    sentence       text not null,
    sentence_en    text,
    linkage_id     uuid references linkage,
    at             timestamptz not null,
    constraint one_decision_per_case_and_cause unique (case_id, cause)
);
create index decision_newest on decision (at desc, id desc);
create index decision_grid on decision (grid_code text_pattern_ops);

-- What the live pages are told; kept for an hour so that a page that lost its line can catch up.
create table stream_event (
    id        bigserial primary key,
    kind      text not null check (kind in ('case', 'linkage', 'decision')),
    case_id   uuid not null,
    grid_code text not null,
    units     text not null default '',
    linked    boolean not null,
    data      text not null,
    at        timestamptz not null default clock_timestamp()
);
create index stream_event_at on stream_event (at);
