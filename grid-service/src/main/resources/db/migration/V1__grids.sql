-- Grids in versions: boundaries change, codes are never reused, and a case keeps the version in force when it was filed.
create table grid_version (
    number      int primary key check (number > 0),
    imported_at timestamptz not null,
    imported_by text not null,
    source      text not null,
    grids       int not null check (grids > 0),
    checks      jsonb not null
);

create table grid (
    code              text not null check (code ~ '^[0-9]{6}([0-9]{3}([0-9]{3}([0-9]{3}([0-9]{2}([0-9]{2})?)?)?)?)?$'),
    version           int not null references grid_version,
    valid_from        timestamptz not null,
    valid_to          timestamptz check (valid_to >= valid_from),
    parent_code       text,
    level             int not null,
    kind              text not null check (kind in ('BASE', 'SCATTERED', 'DEDICATED')),
    name              text not null check (name <> ''),
    head_post         text,
    households        int not null check (households >= 0),
    longitude         double precision not null check (longitude between -180 and 180),
    latitude          double precision not null check (latitude between -90 and 90),
    contact_phone     text,
    supervision_phone text,
    shape             text not null, -- GeoJSON geometry, WGS-84
    primary key (code, version),
    constraint a_parent_is_of_the_same_version foreign key (parent_code, version) references grid (code, version)
        deferrable initially deferred,
    constraint only_the_district_has_no_parent check ((parent_code is null) = (level = 0)),
    constraint a_grid_lies_in_its_parent check (parent_code is null or code like parent_code || '%'),
    constraint level_follows_code check (level = case length(code)
        when 6 then 0 when 9 then 1 when 12 then 2 when 15 then 3 when 17 then 4 else 5 end)
);
create unique index one_row_of_a_code_is_in_force on grid (code) where valid_to is null;
create index grid_code_prefix on grid (code text_pattern_ops) where valid_to is null;
create index grid_parent on grid (parent_code, version);
