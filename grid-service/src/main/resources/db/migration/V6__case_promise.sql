-- Every due time ever promised, with what caused it: the first and each change stay visible to the reporter (C3).
create table case_promise (
    case_id uuid not null,
    seq     int not null, -- of the history row that tells of it
    at      timestamptz not null,
    due_at  timestamptz not null,
    why     text not null check (why in ('reported', 'filed', 'reclassified', 'extended', 'suspended', 'resumed',
        'reopened')),
    reason  text,
    by_post text not null,
    primary key (case_id, seq),
    foreign key (case_id, seq) references case_step
);
create trigger case_promise_append_only before update or delete or truncate on case_promise
    for each statement execute function case_history_is_append_only();

-- Of older cases only the promise that holds is known.
insert into case_promise (case_id, seq, at, due_at, why, by_post)
select c.id, s.seq, coalesce(c.filed_at, c.reported_at), c.due_at,
       case when c.filed_at is null then 'reported' else 'filed' end, s.actor
from grid_case c join case_step s on s.case_id = c.id and s.seq = 1
where c.due_at is not null;

alter table grid_case add column extensions int not null default 0 check (extensions >= 0);
alter table grid_case add constraint emergency_is_never_extended -- C3
    check (extensions = 0 or limit_profile <> 'EMERGENCY');
