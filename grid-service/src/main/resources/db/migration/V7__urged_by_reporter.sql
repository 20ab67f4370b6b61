-- 催办: how often the reporter asked what became of the case, and when last. The words stand in the history.
alter table grid_case add column urged_by_reporter int not null default 0 check (urged_by_reporter >= 0);
alter table grid_case add column urged_at timestamptz;
