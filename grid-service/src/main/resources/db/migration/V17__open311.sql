-- What GeoReport v2 shows of cases to everybody. No text, no person; complaints about an office stay inside.
alter table grid_case add column changed_at timestamptz;
update grid_case c set changed_at = (select max(s.at) from case_step s where s.case_id = c.id);
-- BRIN: it does not stand in the way of HOT updates, and cases change roughly in the order in which they came.
create index grid_case_changed on grid_case using brin (changed_at);
create view public_case as
select id, number, status, matter_code, grid_code, grid_path, community_code, community_name, owner_unit, longitude,
    latitude, reported_at, coalesce(changed_at, reported_at) as changed_at, due_at,
    case when status in ('REJECTED', 'DIVERTED') then reason end as reason,
    case when status in ('REJECTED', 'DIVERTED') then route end as route
from grid_case
where matter_code is not null and complained_of is null;

-- Keys of clients of GeoReport v2, as a digest. A client may have two at once, so that it changes them without a gap.
create table api_key (
    id         uuid primary key,
    client     text not null check (client <> ''),
    grid_scope text not null check (grid_scope ~ '^[0-9]{6,19}(,[0-9]{6,19})*$'),
    digest     text not null unique,
    created_at timestamptz not null,
    created_by text not null,
    revoked_at timestamptz
);
