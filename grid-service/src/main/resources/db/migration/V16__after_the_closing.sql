alter table grid_case add column contact_pressed boolean not null default false;
alter table grid_case add column calls_left int not null default 3 check (calls_left between 0 and 3);
-- The supervisor's inbox: whom to call back, what is done again after a bad rating, what is to be reviewed.
create index grid_case_to_call on grid_case (due_at, id)
    where status = 'CLOSED' and calls_left > 0 and contact_by is not null;
create index grid_case_refused on grid_case (due_at, id) where bad_ratings > 0;
create index grid_case_to_review on grid_case (due_at, id) where review_since is not null;

-- In one of the four units of the field (5工作日, 8紧急工作时 …). Older cases have the limit of their profile.
alter table grid_case add column time_limit text;
update grid_case set time_limit = case limit_profile when 'EMERGENCY' then '2紧急工作时' when 'URGENT' then '24紧急工作时'
    when 'CONSULT' then '1工作日' when 'STANDARD' then '5工作日' when 'COMPLEX' then '15工作日' end
where limit_profile is not null;
alter table grid_case add constraint running_clock_has_a_limit check ((limit_profile is null) = (time_limit is null));
