-- 合并: a duplicate keeps its number and reporter and follows its master; merged_from is what an unmerging restores.
-- A closed duplicate keeps its master, too.
alter table grid_case add column master_id uuid references grid_case;
alter table grid_case add column merged_from text;
alter table grid_case add constraint merged_case_has_a_master
    check (status <> 'MERGED' or (master_id is not null and merged_from is not null));
alter table grid_case add constraint no_case_is_its_own_master check (master_id <> id);
-- What was merged before anybody filed it is closed with its master's matter and place, not its own (C7).
alter table grid_case drop constraint filed_case_has_matter_and_place;
alter table grid_case add constraint filed_case_has_matter_and_place check (
    status in ('REPORTED', 'REJECTED', 'DIVERTED', 'MERGED', 'CANCELLED')
    or (status in ('CLOSED', 'EVALUATED', 'ARCHIVED') and master_id is not null)
    or (matter_code is not null and severity is not null and limit_profile is not null and grid_code is not null
        and filed_at is not null));
create index grid_case_master on grid_case (master_id) where master_id is not null;
-- Same matter near by, before somebody reports it once more.
create index grid_case_same_matter on grid_case (matter_code, reported_at)
    where status in ('FILED', 'SELF_HANDLING', 'DISPATCHED', 'RETURN_REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'SUSPENDED',
        'FEEDBACK', 'VERIFYING');
