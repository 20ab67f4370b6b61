-- Cases (domain.md §9.1). No column for what we must not hold: a reporter's name and phone are encrypted in their own table.

create sequence case_number increment by 50;

create table grid_case (
    id                uuid primary key,
    number            text not null unique check (number ~ '^[0-9]{6}-[0-9]{5,}$'),
    version           int not null,
    status            text not null,
    matter_code       text,
    severity          int check (severity between 1 and 4),
    limit_profile     text,
    text              text not null check (length(text) between 1 and 4000),
    channel           text not null,
    people_affected   int check (people_affected >= 0),
    injury            boolean not null,
    -- Where it happened. place_code is what scope is applied to: the grid, or the district where no place is known.
    grid_code         text,
    grid_name         text,
    grid_path         text,
    community_code    text,
    community_name    text,
    head_post         text,
    head_phone        text,
    place_code        text not null check (place_code ~ '^[0-9]{6,19}$'),
    longitude         double precision check (longitude between -180 and 180),
    latitude          double precision check (latitude between -90 and 90),
    address           text,
    reports_before    int not null default 0,
    -- Who has it now. Never nobody.
    owner_unit        text not null,
    owner_grid        text not null,
    owner_post        text,
    lead_unit         text,
    returned_by       text[] not null default '{}',
    ruled             boolean not null default false,
    returns           int not null default 0,
    reworks           int not null default 0,
    marked_big        boolean not null default false,
    scale             text check (scale in ('SMALL', 'BIG')),
    level             text not null,
    decision_rule     text,
    decision_sentence text,
    decided_at        timestamptz,
    linkage_id        uuid,
    reported_at       timestamptz not null,
    filed_at          timestamptz,
    dispatched_at     timestamptz,
    accept_by         timestamptz,
    due_at            timestamptz,
    verify_by         timestamptz,
    closed_at         timestamptz,
    left_seconds      bigint,
    review_on         date,
    reason            text,
    route             text,
    handler_account   text,
    handler_name      text,
    handler_unit      text,
    handler_grid      text,
    feedback_text     text,
    no_photo_reason   text,
    feedback_at       timestamptz,
    feedback_by       text,
    rating_score      int check (rating_score between 1 and 5),
    rating_solved     boolean,
    rating_text       text,
    rated_at          timestamptz,
    token_hash        text not null,
    intake_key        text unique, -- C12: the same submission never makes two cases

    constraint known_status check (status in ('REPORTED', 'FILED', 'SELF_HANDLING', 'DISPATCHED', 'RETURN_REQUESTED',
        'ACCEPTED', 'IN_PROGRESS', 'SUSPENDED', 'FEEDBACK', 'VERIFYING', 'CLOSED', 'EVALUATED', 'ARCHIVED', 'REJECTED',
        'DIVERTED', 'MERGED', 'CANCELLED')),
    constraint open_case_has_owner_and_due check (
        status in ('CLOSED', 'EVALUATED', 'ARCHIVED', 'REJECTED', 'DIVERTED', 'MERGED', 'CANCELLED')
        or due_at is not null),
    constraint filed_case_has_matter_and_place check (
        status in ('REPORTED', 'REJECTED', 'DIVERTED', 'MERGED', 'CANCELLED')
        or (matter_code is not null and severity is not null and limit_profile is not null and grid_code is not null
            and filed_at is not null)),
    constraint handled_case_has_one_lead check ( -- C1
        status not in ('SELF_HANDLING', 'DISPATCHED', 'RETURN_REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'SUSPENDED',
            'FEEDBACK', 'VERIFYING') or lead_unit is not null),
    constraint closed_case_has_its_time check (status not in ('CLOSED', 'EVALUATED', 'ARCHIVED') or closed_at is not null),
    constraint closed_case_has_feedback check ( -- C10
        status not in ('VERIFYING', 'CLOSED', 'EVALUATED', 'ARCHIVED') or feedback_text is not null),
    constraint refused_case_has_reason_and_route check ( -- C11
        status not in ('REJECTED', 'DIVERTED') or (reason is not null and route is not null)),
    constraint suspended_case_has_reason_and_review check ( -- C4
        status <> 'SUSPENDED' or (reason is not null and review_on is not null and limit_profile <> 'EMERGENCY')),
    constraint evaluated_case_is_rated check (status <> 'EVALUATED' or rating_score is not null)
) with (fillfactor = 70); -- room for the changes that every case goes through

create index grid_case_open on grid_case (place_code text_pattern_ops, due_at, id)
    where status in ('REPORTED', 'FILED', 'SELF_HANDLING', 'DISPATCHED', 'RETURN_REQUESTED', 'ACCEPTED', 'IN_PROGRESS',
        'SUSPENDED', 'FEEDBACK', 'VERIFYING');
create index grid_case_due on grid_case (due_at, id);
create index grid_case_lead on grid_case (lead_unit, due_at) where lead_unit is not null;
-- reportsBefore: the same matter in the same community in the last 30 days
create index grid_case_before on grid_case (community_code, matter_code, reported_at);

create table case_co_unit (
    case_id uuid not null references grid_case,
    unit    text not null,
    done_at timestamptz,
    note    text,
    primary key (case_id, unit)
);
create index case_co_unit_unit on case_co_unit (unit, case_id);

create table case_step (
    case_id     uuid not null references grid_case,
    seq         int not null check (seq > 0),
    at          timestamptz not null,
    from_status text,
    to_status   text not null,
    command     text not null,
    actor       text not null,
    role        text not null,
    reason      text,
    note        text,
    primary key (case_id, seq)
);

create function case_history_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the history of a case is append-only';
end $$;
create trigger case_step_append_only before update or delete or truncate on case_step
    for each statement execute function case_history_is_append_only();

-- AES-GCM, key outside the database. One row per case, or none for a report without a name.
create table case_reporter (
    case_id      uuid primary key references grid_case,
    name         bytea,
    phone        bytea,
    confidential boolean not null
);

create table case_unmasking (
    id      bigserial primary key,
    case_id uuid not null references grid_case,
    at      timestamptz not null,
    account text not null,
    by_post text not null,
    by_role text not null,
    reason  text not null
);
create index case_unmasking_case on case_unmasking (case_id, id);
create trigger case_unmasking_append_only before update or delete or truncate on case_unmasking
    for each statement execute function case_history_is_append_only();

create table photo (
    id           uuid primary key,
    content_type text not null check (content_type in ('image/jpeg', 'image/png', 'image/webp')),
    width        int not null check (width > 0),
    height       int not null check (height > 0),
    case_id      uuid references grid_case,
    kind         text check (kind in ('REPORT', 'RESULT', 'EVIDENCE')),
    created_at   timestamptz not null,
    check ((case_id is null) = (kind is null))
);
create index photo_case on photo (case_id) where case_id is not null;
create index photo_unattached on photo (created_at) where case_id is null;

create table photo_content (
    id      uuid primary key references photo on delete cascade,
    content bytea not null check (octet_length(content) <= 9437184)
);
