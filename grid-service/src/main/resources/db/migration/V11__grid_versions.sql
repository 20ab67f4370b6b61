-- Boundaries change from a day on (domain.md C7, G6): versions have that day, codes have predecessors, and what is asked
-- for today may come into force later.
alter table grid_version add column effective_from timestamptz;
update grid_version set effective_from = imported_at;
alter table grid_version alter column effective_from set not null;
alter table grid_version add column note text;

-- Since when a grid has been as it is, over all versions that did not change it.
alter table grid add column since timestamptz;
update grid set since = valid_from;
alter table grid alter column since set not null;

create function a_code_is_never_used_again() returns trigger language plpgsql as $$
begin
    if exists (select 1 from grid where code = new.code)
        and not exists (select 1 from grid where code = new.code and version = new.version - 1) then
        raise exception 'grid code % was retired and is never used again', new.code;
    end if;
    return new;
end $$;
create trigger grid_code_is_never_used_again before insert on grid
    for each row execute function a_code_is_never_used_again();

create table grid_predecessor (
    code                text not null,
    version             int not null,
    predecessor_code    text not null check (predecessor_code <> code),
    predecessor_version int not null check (predecessor_version < version),
    primary key (code, version, predecessor_code),
    foreign key (code, version) references grid (code, version),
    foreign key (predecessor_code, predecessor_version) references grid (code, version)
);
create index grid_successor on grid_predecessor (predecessor_code);

-- What was asked for: operations, or the files of an import. It is worked out again on the grids of its day.
create table grid_change (
    id             uuid primary key,
    kind           text not null check (kind in ('OPERATIONS', 'IMPORT')),
    content        jsonb not null,
    note           text,
    asked_at       timestamptz not null,
    asked_by       text not null,
    effective_from timestamptz not null,
    state          text not null check (state in ('SCHEDULED', 'IN_FORCE', 'REFUSED', 'WITHDRAWN')),
    version        int unique references grid_version,
    problems       jsonb,
    next_mark_at   timestamptz,
    constraint in_force_means_a_version check ((state = 'IN_FORCE') = (version is not null)),
    constraint only_what_is_scheduled_waits check ((state = 'SCHEDULED') = (next_mark_at is not null))
);
create index grid_change_due on grid_change (next_mark_at) where next_mark_at is not null;
create index grid_change_asked on grid_change (asked_at desc, id);

-- A case keeps the version under which it was filed. Not valid: of older cases the version is worked out below.
alter table grid_case add column grid_version int;
update grid_case c set grid_version = (
    select g.version from grid g where g.code = c.grid_code
      and g.valid_from <= coalesce(c.filed_at, c.reported_at) order by g.version desc limit 1)
 where grid_code is not null;
alter table grid_case add constraint a_case_lies_in_a_grid_of_its_version
    foreign key (grid_code, grid_version) references grid (code, version) not valid;

-- The administrative tree of the whole nation: codes and names, no shapes. Grids hang below its communities.
create table division (
    -- "C": the indexes answer for beginnings too, in the order of the answer.
    code        text collate "C" primary key check (code ~ '^[0-9]{2}$|^[0-9]{4}$|^[0-9]{6}$|^[0-9]{9}$|^[0-9]{12}$'),
    name        text collate "C" not null check (name <> ''),
    -- No foreign key: a file of one district begins below a county that it does not name (data/divisions.csv).
    parent_code text collate "C" check (parent_code <> code),
    level       int not null check (level between 1 and 5)
);
create index division_parent on division (parent_code, code);
create index division_level on division (level, code) where level < 5;
create index division_name on division (name, code);
