-- 3+2+N: the post of a grid's head with its terms, volunteer teams at any node, district units that joined grids.
-- A post is held by an account, by its id; there is no column for a name or a phone of a person.
create extension if not exists btree_gist;

create table grid_post (
    id           uuid primary key,
    grid_code    text        not null unique check (grid_code ~ '^[0-9]{9}([0-9]{3}([0-9]{3}([0-9]{2}([0-9]{2})?)?)?)?$'),
    kind         text        not null check (kind in ('GRID_HEAD', 'BUILDING_HEAD')),
    opened_at    timestamptz not null,
    closed_at    timestamptz,
    alarmed_for  timestamptz, -- since when it was vacant when the alarm was raised
    alarmed_at   timestamptz,
    next_mark_at timestamptz, -- when the alarm is due, as things stand
    version      bigint      not null default 0,
    constraint a_building_is_headed_by_a_building_head check ((length(grid_code) = 19) = (kind = 'BUILDING_HEAD')),
    constraint an_alarm_is_for_a_vacancy check ((alarmed_for is null) = (alarmed_at is null)),
    constraint a_closed_post_raises_no_alarm check (closed_at is null or next_mark_at is null)
);
create index grid_post_due on grid_post (next_mark_at) where next_mark_at is not null;

create table post_term (
    id          uuid primary key,
    post_id     uuid        not null references grid_post,
    manner      text        not null check (manner in ('HOLDER', 'STAND_IN')),
    holder      text        not null check (holder ~ '^[A-Za-z0-9][A-Za-z0-9._:-]{2,63}$'),
    valid_from  timestamptz not null,
    valid_to    timestamptz,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    note        text,
    ending      text check (ending in ('HANDED_OVER', 'VACATED', 'UNTIL', 'RELIEVED', 'WITHDRAWN', 'GRID_CLOSED')),
    end_reason  text,
    ended_by    text,
    ended_at    timestamptz, -- when the end was recorded
    withdrawn   boolean     not null default false,
    constraint a_term_lasts check (valid_to > valid_from),
    constraint an_end_has_a_kind check ((valid_to is null and not withdrawn) = (ending is null)),
    constraint a_stand_in_is_for_a_time check (manner = 'HOLDER' or valid_to is not null),
    -- G5: one head at any time. Deferred, because a hand-over writes the next term before it ends the last one.
    constraint terms_of_a_post_do_not_overlap exclude using gist
        (post_id with =, manner with =, tstzrange(valid_from, valid_to) with &&) where (not withdrawn)
        deferrable initially deferred
);
create index post_term_of on post_term (post_id, valid_from);

create table volunteer_team (
    id          uuid primary key,
    grid_code   text        not null check (grid_code ~ '^[0-9]{6}([0-9]{3}([0-9]{3}([0-9]{3}([0-9]{2}([0-9]{2})?)?)?)?)?$'),
    name        text        not null check (name <> ''),
    kind        text        not null check (kind in ('PARTY', 'MEDIATION', 'PATROL', 'CARE', 'ENVIRONMENT', 'CULTURE',
        'EMERGENCY', 'OTHER')),
    leader_post text        not null check (leader_post <> ''),
    members     int         not null check (members between 1 and 100000), -- a number; there is no list of members
    formed_at   timestamptz not null,
    dissolved_at timestamptz,
    dissolved_why text,
    version     bigint      not null default 0,
    constraint a_dissolved_team_says_why check ((dissolved_at is null) = (dissolved_why is null))
);
create unique index a_name_stands_for_one_team_at_a_node on volunteer_team (grid_code, name) where dissolved_at is null;
create index volunteer_team_at on volunteer_team (grid_code text_pattern_ops);

create table grid_unit (
    id        uuid primary key,
    grid_code text not null check (grid_code ~ '^[0-9]{9}([0-9]{3}([0-9]{3}([0-9]{2}([0-9]{2})?)?)?)?$'),
    unit      text not null check (unit <> ''),
    task      text,
    since     date not null,
    until     date, -- the first day on which it is not joined any more
    left_why  text,
    constraint a_joining_lasts check (until >= since),
    constraint a_unit_joins_a_grid_once_at_a_time exclude using gist
        (grid_code with =, unit with =, daterange(since, until) with &&)
);
create index grid_unit_of on grid_unit (unit);
