create table community (
    code      text primary key check (code ~ '^[0-9]{12}$'),
    name      text not null,
    longitude double precision not null,
    latitude  double precision not null
);

create table station (
    code           text primary key,
    name           text not null unique,
    community_code text not null references community,
    address        text not null,
    longitude      double precision not null check (longitude between -180 and 180),
    latitude       double precision not null check (latitude between -90 and 90),
    amenities      text[] not null check (amenities <@ array['REST', 'CHARGING', 'HOT_MEALS', 'WATER', 'MICROWAVE', 'AIR_CONDITIONING', 'FIRST_AID', 'WIFI']),
    opens          text not null check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    closes         text not null check (closes ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'), -- before it opens: the next day
    constraint a_station_opens_and_closes check (opens <> closes)
);

-- New economic and social organisations and groups of workers (三新): counts only, no list of persons.
create table enterprise (
    code           text primary key,
    name           text not null unique,
    kind           text not null check (kind in ('ECONOMIC', 'SOCIAL', 'WORKER_GROUP')),
    industry       text not null check (industry ~ '^[A-Z_]+$'),
    community_code text not null references community,
    grid_code      text not null check (grid_code ~ '^[0-9]{15}$'),
    longitude      double precision not null check (longitude between -180 and 180),
    latitude       double precision not null check (latitude between -90 and 90),
    operating      text not null check (operating in ('OPEN', 'SUSPENDED', 'CLOSED')),
    staff_band     text not null,
    party_members  int not null check (party_members >= 0),
    surveyed_on    date not null,
    constraint an_address_lies_in_its_community check (starts_with(grid_code, community_code))
);
create index enterprise_grid on enterprise (grid_code text_pattern_ops);

create table union_branch (
    code           text primary key,
    name           text not null unique,
    community_code text not null references community,
    industry       text not null check (industry in ('ECOMMERCE', 'FOOD_DELIVERY', 'TRUCKING', 'HOUSEKEEPING', 'CARE', 'LOGISTICS')),
    members        int not null check (members >= 0)
);
create index union_branch_community on union_branch (community_code text_pattern_ops);

-- Which industries can help with which class of matter; class 00 stands for every class that has no rows of its own.
create table helping_industry (
    matter_class text not null check (matter_class ~ '^[0-9]{2}$'),
    industry     text not null,
    primary key (matter_class, industry)
);

create table assistance (
    directive_id    uuid not null references directive,
    name            text not null,
    kind            text not null check (kind in ('STATION', 'ENTERPRISE', 'BRANCH')),
    code            text not null,
    distance_metres int check (distance_metres >= 0), -- null: found by community, not by distance
    ask             text not null check (ask in ('HELP', 'INFORM')),
    asked_at        timestamptz,
    answered        boolean,
    note            text,
    primary key (directive_id, kind, code),
    unique (directive_id, name),
    constraint an_answer_was_asked_for check ((answered is null) = (asked_at is null))
);
