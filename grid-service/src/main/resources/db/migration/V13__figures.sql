-- Every time a case was given to a unit, and what the unit answered: 派遣准确率 and 退回率 are counted per dispatch,
-- because after a return the case itself knows only who has it now.
create table case_dispatch (
    case_id     uuid not null references grid_case,
    seq         int not null, -- of the history row that tells of it
    at          timestamptz not null,
    unit        text not null,
    is_first    boolean not null,
    answered_at timestamptz,
    answer      text check (answer in ('ACCEPTED', 'RETURNED')),
    primary key (case_id, seq),
    foreign key (case_id, seq) references case_step,
    constraint an_answer_has_its_time check ((answer is null) = (answered_at is null))
);
create unique index case_dispatch_first on case_dispatch (case_id) where is_first;
create index case_dispatch_at on case_dispatch (at);

-- Follows the history, so nothing that moves a case can forget it. At the end of the transaction, when the case says
-- to whom it was given.
create function case_dispatch_follows_history() returns trigger language plpgsql as $$
begin
    if new.to_status = 'DISPATCHED' and new.from_status in ('FILED', 'RETURN_REQUESTED') then
        insert into case_dispatch (case_id, seq, at, unit, is_first)
        select c.id, new.seq, new.at, c.lead_unit, not exists (select from case_dispatch d where d.case_id = c.id)
        from grid_case c where c.id = new.case_id and c.lead_unit is not null;
    elsif new.from_status = 'DISPATCHED' and new.to_status in ('ACCEPTED', 'IN_PROGRESS', 'RETURN_REQUESTED') then
        update case_dispatch d
        set answered_at = new.at,
            answer = case when new.to_status = 'RETURN_REQUESTED' then 'RETURNED' else 'ACCEPTED' end
        where d.case_id = new.case_id
          and d.seq = (select max(e.seq) from case_dispatch e where e.case_id = new.case_id and e.seq < new.seq)
          and d.answer is null;
    end if;
    return null;
end $$;
create constraint trigger case_dispatch_follows after insert on case_step deferrable initially deferred
    for each row when (new.to_status = 'DISPATCHED' or new.from_status = 'DISPATCHED')
    execute function case_dispatch_follows_history();

-- What was dispatched before: the n-th return is by the n-th of returned_by; what was accepted is with the lead unit.
-- Of a case that was reopened since, the unit is not known any more.
insert into case_dispatch (case_id, seq, at, unit, is_first, answered_at, answer)
select known.case_id, known.seq, known.at, known.unit, known.is_first, known.answered_at, known.answer
from (
    select s.case_id, s.seq, s.at, a.at as answered_at,
           s.seq = min(s.seq) over (partition by s.case_id) as is_first,
           case a.to_status when 'RETURN_REQUESTED' then 'RETURNED' when 'ACCEPTED' then 'ACCEPTED' end as answer,
           case when a.to_status = 'RETURN_REQUESTED' then c.returned_by[(
                select count(*) from case_step r
                where r.case_id = s.case_id and r.from_status = 'DISPATCHED' and r.to_status = 'RETURN_REQUESTED'
                  and r.seq <= a.seq)]
                else c.lead_unit end as unit
    from case_step s
    join grid_case c on c.id = s.case_id
    left join lateral (
        select n.seq, n.at, n.to_status from case_step n
        where n.case_id = s.case_id and n.seq > s.seq and n.from_status = 'DISPATCHED'
          and n.to_status in ('ACCEPTED', 'RETURN_REQUESTED')
        order by n.seq limit 1) a on true
    where s.to_status = 'DISPATCHED' and s.from_status in ('FILED', 'RETURN_REQUESTED')) known
where known.unit is not null;

-- A month is a small part of all cases: figures are read by the time they belong to (the due time has its index).
create index grid_case_reported on grid_case (reported_at);
create index grid_case_closed on grid_case (closed_at) where closed_at is not null;
create index grid_case_contact on grid_case (contact_by) where contact_by is not null;
create index case_co_unit_asked on case_co_unit (asked_at);
