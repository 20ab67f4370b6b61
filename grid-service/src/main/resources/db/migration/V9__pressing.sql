-- The clock presses each open case, once at each mark (domain.md §3.7), and whoever has not answered in time.
alter table grid_case
    add column stopped_at timestamptz,
    add column pressed int not null default 0,
    add column answer_pressed boolean not null default false,
    add column supervision int not null default 0 check (supervision between 0 and 3),
    add column next_mark_at timestamptz;
create index grid_case_next_mark on grid_case (next_mark_at) where next_mark_at is not null;
-- What was filed before: the clock looks at each and finds its next mark.
update grid_case set next_mark_at = now()
where status not in ('CLOSED', 'EVALUATED', 'ARCHIVED', 'REJECTED', 'DIVERTED', 'MERGED', 'CANCELLED');
