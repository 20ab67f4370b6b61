alter table grid_case add column contact_pressed boolean not null default false;
alter table grid_case add column calls_left int not null default 3 check (calls_left between 0 and 3);
-- Whom the supervisor still has to call back.
create index grid_case_to_call on grid_case (closed_at) where status = 'CLOSED' and calls_left > 0 and contact_by is not null;
