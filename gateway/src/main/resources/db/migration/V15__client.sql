-- Systems of the district that use the API on their own: who they are, what they may do, how much, with which secrets.
create table client (
    client_id    text primary key check (client_id ~ '^[a-z][a-z0-9-]{2,39}$' and client_id !~ '^onegrid'),
    name         text not null,
    organisation text not null,
    -- never an administrator, a desk or the portal: those are posts of people
    roles        text[] not null check (cardinality(roles) > 0
                     and roles <@ array['district-system', 'unit', 'property', 'party', 'new-sector']),
    unit         text,
    grid_scope   text[] not null check (cardinality(grid_scope) > 0),
    areas        text[] not null check (cardinality(areas) > 0),
    per_minute   int not null check (per_minute between 1 and 60000),
    per_day      int not null check (per_day between 1 and 10000000),
    expires_at   timestamptz,
    state        text not null check (state in ('ACTIVE', 'DISABLED')),
    reason       text,
    rights_at    timestamptz not null, -- tokens from before are refused: they say what was true then
    created_at   timestamptz not null,
    created_by   text not null,
    changed_at   timestamptz not null,
    version      bigint not null,
    check (not ('unit' = any(roles)) or unit is not null)
);

-- A secret has 256 random bits, so a plain digest is enough to keep it.
create table client_secret (
    id          uuid primary key,
    client_id   text not null references client,
    digest      text not null unique,
    issued_at   timestamptz not null,
    issued_by   text not null,
    valid_until timestamptz, -- null: until it is rotated
    used_at     timestamptz,
    check (valid_until is null or valid_until >= issued_at)
);
-- One secret is the present one; the others are on their way out.
create unique index client_secret_present on client_secret (client_id) where valid_until is null;

-- Calls of a day of the calendar, written about once a second by every replica.
create table client_day (
    client_id text not null references client,
    day       date not null,
    calls     bigint not null check (calls >= 0),
    primary key (client_id, day)
);
