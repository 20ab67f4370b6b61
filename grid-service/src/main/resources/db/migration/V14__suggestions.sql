-- How sure the words were that suggested the matter; null since a person has decided it.
alter table grid_case add column matter_confidence double precision check (matter_confidence between 0 and 1);

-- What is open near by, before somebody reports it once more: by grid and by point, whatever the matter.
drop index grid_case_same_matter;
create index grid_case_open_place on grid_case (place_code, reported_at)
    where status in ('FILED', 'SELF_HANDLING', 'DISPATCHED', 'RETURN_REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'SUSPENDED',
        'FEEDBACK', 'VERIFYING');
create index grid_case_open_point on grid_case (latitude, longitude)
    where status in ('FILED', 'SELF_HANDLING', 'DISPATCHED', 'RETURN_REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'SUSPENDED',
        'FEEDBACK', 'VERIFYING');

-- What the suggestions learn from, the newest first: what the desks decided, and what was closed (grid_case_closed).
create index case_step_matter_decided on case_step (at)
    where command in ('file', 'reclassify', 'confirm-matter') and role in ('community', 'street', 'centre');
