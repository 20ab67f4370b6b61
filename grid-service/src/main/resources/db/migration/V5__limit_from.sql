-- Since when the limit of a case counts: its filing, or its last reopening. A corrected matter counts from there (C3).
alter table grid_case add column limit_from timestamptz;
update grid_case set limit_from = filed_at where filed_at is not null;
alter table grid_case add constraint running_limit_has_a_start
    check (filed_at is null or limit_from is not null);
