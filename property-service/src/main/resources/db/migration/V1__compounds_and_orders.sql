-- Trusted extension: lets one constraint speak of equality and overlap together.
create extension if not exists btree_gist;

create table community (
    code text primary key check (code ~ '^[0-9]{12}$'),
    name text not null
);

create table company (
    code  text primary key check (code ~ '^[A-Z][A-Z0-9-]{1,19}$'),
    name  text not null unique,
    kind  text not null check (kind in ('PRIVATE', 'STATE_OWNED')),
    phone text not null
);

-- Who is there where no company is: the longest prefix of a grid code wins.
create table office (
    code      text primary key,
    grid_code text not null check (grid_code ~ '^[0-9]{6,12}$'),
    kind      text not null check (kind in ('DISTRICT_CENTRE', 'STREET_OFFICE', 'AREA_COMMITTEE')),
    name      text not null,
    phone     text not null,
    unique (grid_code, kind)
);

create table compound (
    code           text primary key check (code ~ '^[0-9]{15}$'),
    name           text not null,
    community_code text not null references community,
    mode           text not null check (mode in ('OWN_CHOICE', 'SELF_MANAGED', 'PACKAGED', 'GOVERNMENT', 'STATE_PLATFORM')),
    households     int not null check (households >= 0),
    longitude      double precision not null,
    latitude       double precision not null,
    constraint a_compound_lies_in_its_community check (starts_with(code, community_code))
);
create index compound_code on compound (code text_pattern_ops);

create table contract (
    compound_code text not null references compound,
    company_code  text not null references company,
    starts        date not null,
    ends          date, -- last day; null: until further notice
    primary key (compound_code, starts),
    constraint a_contract_ends_after_it_starts check (ends >= starts),
    constraint one_company_at_a_time exclude using gist (compound_code with =, daterange(starts, ends, '[]') with &&)
);
create index contract_company on contract (company_code);

create table work_order_number (
    day  date primary key,
    last int not null
);

create table work_order (
    directive_id           uuid primary key references directive, -- one directive, one work order
    number                 text not null unique check (number ~ '^WO[0-9]{6}-[0-9]{5,}$'),
    title                  text not null,
    compound_code          text references compound,
    company_code           text references company,
    office_code            text not null references office,
    respond_within_minutes int not null check (respond_within_minutes > 0),
    created_at             timestamptz not null,
    constraint a_company_is_in_charge_of_a_compound check (company_code is null or compound_code is not null)
);
create index work_order_company on work_order (company_code);
