create table community (
    code text primary key check (code ~ '^[0-9]{12}$'),
    name text not null
);

-- A unit that has reported in to a community (双报到). A post answers for it, never a person's name.
create table report_in_unit (
    code           text primary key check (code ~ '^[A-Z][A-Z0-9-]{1,19}$'),
    name           text not null unique,
    community_code text not null references community,
    liaison_post   text not null check (liaison_post <> ''),
    liaison_phone  text not null check (liaison_phone <> ''),
    skills         text[] not null default '{}',
    status         text not null check (status in ('REGISTERED', 'CONFIRMED', 'ASSIGNED', 'ACTIVE', 'PAUSED', 'ENDED')),
    registered_on  date not null,
    version        bigint not null default 0
);
create index report_in_unit_community on report_in_unit (community_code text_pattern_ops);

-- A serving member. The reference is a pseudonym of this service; there is no column for who it is.
create table report_in_member (
    id             bigint generated always as identity primary key,
    ref            uuid not null,
    unit_code      text not null references report_in_unit, -- the unit's record precedes the member's
    community_code text not null references community,
    skills         text[] not null default '{}',
    available      text[] check (available <@ array['WORKDAY', 'EVENING', 'WEEKEND', 'NIGHT']), -- null: not known
    status         text not null check (status in ('REGISTERED', 'CONFIRMED', 'ASSIGNED', 'ACTIVE', 'PAUSED', 'ENDED')),
    consent_until  date,
    version        bigint not null default 0,
    constraint an_active_member_has_consented check (status not in ('ASSIGNED', 'ACTIVE') or consent_until is not null)
);
create unique index one_community_per_member on report_in_member (ref) where status <> 'ENDED';
create index report_in_member_of on report_in_member (community_code text_pattern_ops, unit_code);

-- What a directive asked of a unit, in numbers only.
create table call_up (
    directive_id uuid not null references directive,
    unit_code    text not null references report_in_unit,
    members      int not null check (members >= 0),
    called_up    int not null check (called_up > 0 and called_up <= members),
    coming       int,
    answered_at  timestamptz,
    primary key (directive_id, unit_code),
    constraint no_more_come_than_were_called check (coming between 0 and called_up),
    constraint an_answer_has_its_time check ((coming is null) = (answered_at is null))
);

create table service_record (
    id           bigint generated always as identity primary key,
    directive_id uuid not null,
    unit_code    text not null,
    minutes      int not null check (minutes between 1 and 1440),
    members      int not null check (members > 0),
    note         text,
    recorded_at  timestamptz not null,
    foreign key (directive_id, unit_code) references call_up
);
create index service_record_of on service_record (directive_id, unit_code);
