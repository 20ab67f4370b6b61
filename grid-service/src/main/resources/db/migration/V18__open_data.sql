-- What the district publishes: GeoReport v2 with its extensions, and open data sets (ADR 24).

-- A person has looked at a photo and found that everybody may see it (PIPL 25); withdrawn at any time.
alter table photo add column published_at timestamptz;
alter table photo add column published_by text;
alter table photo add constraint published_by_a_post check ((published_at is null) = (published_by is null));

-- Every case has a last change, so that "what changed after" is answered by its index.
update grid_case set changed_at = reported_at where changed_at is null;
alter table grid_case alter column changed_at set default now(), alter column changed_at set not null;

-- A part or an event of the city is shown to about 100 m; a matter between people only to its community, also in
-- filters: a bounding box must not find out what an answer hides. What was reported in confidence stays inside.
-- A report of a district system is seen by that system also while a desk looks for its place and matter.
drop view public_case;
create view public_case as
select c.id, c.number, c.status, c.matter_code,
    case when c.matter_code like '0%' then c.grid_path else c.community_name end as place,
    case when c.matter_code like '0%' then c.grid_code else c.community_code end as place_code,
    c.community_code, c.community_name, c.owner_unit,
    case when c.matter_code like '0%' then round(c.longitude::numeric, 3)::float8 end as longitude,
    case when c.matter_code like '0%' then round(c.latitude::numeric, 3)::float8 end as latitude,
    c.reported_at, c.changed_at, c.closed_at, c.due_at, c.time_limit,
    case when c.status in ('REJECTED', 'DIVERTED') then c.reason end as reason,
    case when c.status in ('REJECTED', 'DIVERTED') then c.route end as route
from grid_case c
where (c.matter_code is not null or c.channel = 'SYSTEM') and c.complained_of is null
    and not exists (select from case_reporter r where r.case_id = c.id and r.confidential);

-- Moves, as the reporter sees them: no posts, no notes of desks.
create view public_case_step as
select s.case_id, s.seq, s.at, s.to_status as status,
    case when s.to_status in ('REJECTED', 'DIVERTED') then s.reason end as reason,
    case when s.to_status in ('REJECTED', 'DIVERTED') then s.note end as route
from case_step s
where s.from_status is distinct from s.to_status;

-- That a district system added something and when; its words are for who handles the case.
create view public_case_comment as
select s.case_id, s.seq, s.at, s.actor as client
from case_step s
where s.command = 'comment';

create view public_photo as
select p.id, p.case_id, p.kind, p.content_type, p.width, p.height, p.published_at
from photo p join public_case c on c.id = p.case_id
where p.published_at is not null;

-- A release of open data: what everybody may download, made as a whole and read as a whole (ADR 24). Every count is of
-- at least five cases, and so is whatever remains when one is taken from another: the constraints say so.
create table open_release (
    number  int primary key,
    made_at timestamptz not null,
    made_by text not null,
    cases   int not null
);

-- Each published case belongs to exactly one group.
create table open_group (
    release        int not null references open_release on delete cascade,
    number         int not null,
    period         text not null check (period ~ '^[0-9]{4}(-[0-9]{2})?$'),
    class_code     text,
    matter_code    text,
    place_level    text not null check (place_level in ('COMMUNITY', 'STREET', 'DISTRICT')),
    place_code     text not null,
    pooled         boolean not null,
    cases          int not null check (cases >= 5),
    closed         int check (closed = 0 or closed >= 5),
    closed_in_time int check (closed_in_time = 0 or closed_in_time >= 5),
    median_hours   double precision,
    primary key (release, number),
    constraint open_ones_are_no_small_cell check (cases = closed or cases - closed >= 5),
    constraint late_ones_are_no_small_cell check (closed = closed_in_time or closed - closed_in_time >= 5),
    constraint parts_of_what_is_shown check (
        (closed_in_time is null or closed is not null) and (median_hours is null or closed >= 5))
);

create table open_case (
    release      int not null,
    number       int not null,
    group_number int not null,
    reported_on  date,
    closed_on    date,
    days_taken   int check (days_taken >= 0),
    status       text check (status in ('open', 'closed')),
    level        text check (level in ('GRID', 'COMMUNITY', 'STREET', 'DISTRICT')),
    longitude    double precision,
    latitude     double precision,
    primary key (release, number),
    foreign key (release, group_number) references open_group on delete cascade
);
create index open_case_group on open_case (release, group_number);
