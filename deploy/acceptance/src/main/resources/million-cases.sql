-- A year of a big district: one million cases, one hundred thousand of them open, for `./onegrid bench cases`.
-- Places are the grids in force; bench_matter (number, code, severity, profile, grid_handles, lead, co) and bench_text
-- (number, code, text) come from the catalogue and the sample reports. Nothing here is real.
select setseed(0.4102);

create temp table bench_place as
select row_number() over () as number, g.code, g.name, g.longitude, g.latitude, g.head_post, g.contact_phone,
       c.code as community, c.name as community_name, s.name || ' / ' || c.name || ' / ' || g.name as path
from grid g
join grid c on c.valid_to is null and length(c.code) = 12 and c.code = left(g.code, 12)
join grid s on s.valid_to is null and length(s.code) = 9 and s.code = left(g.code, 9)
-- The sample data draw the small grids of one street only; the villages of the others count for more.
cross join lateral generate_series(1, case when length(g.code) = 12 then 6 else 1 end)
where g.valid_to is null and not exists (
    select 1 from grid below where below.parent_code = g.code and below.version = g.version);

-- What was decided by chance, once a case. The share of its limit that an open case has used is spread from 0 to 1.05.
create temp table bench_case as
select n, n <= 100000 as open, gen_random_uuid() as id, p.*, m.code as matter, m.severity, m.profile, m.lead, m.co,
       t.text || '，' || p.name || (1 + n % 40) || '号楼' || (1 + n % 4) || '单元附近' as text,
       case m.profile when 'EMERGENCY' then interval '2 hours' when 'URGENT' then interval '24 hours'
           when 'CONSULT' then interval '1 day' when 'STANDARD' then interval '7 days' else interval '21 days'
           end as limit_time,
       random() as used, random() as chance, random() as beside, random() as along
from (select n, 1 + floor(random() * (select count(*) from bench_place))::int as place,
             1 + floor(random() * (select count(*) from bench_text))::int as words
      from generate_series(1, 1000000) n) draw
join bench_place p on p.number = draw.place
join bench_text t on t.number = draw.words
join bench_matter m on m.code = t.code;

create temp table bench_row as
select c.*, case
           when open then case when chance < 0.04 then 'REPORTED' when chance < 0.12 then 'FILED'
               when chance < 0.20 then 'SELF_HANDLING' when chance < 0.40 then 'DISPATCHED'
               when chance < 0.41 then 'RETURN_REQUESTED' when chance < 0.52 then 'ACCEPTED'
               when chance < 0.91 then 'IN_PROGRESS' when chance < 0.93 and profile <> 'EMERGENCY' then 'SUSPENDED'
               else 'VERIFYING' end
           else case when chance < 0.35 then 'CLOSED' when chance < 0.9 then 'EVALUATED' when chance < 0.94 then 'REJECTED'
               when chance < 0.98 then 'DIVERTED' else 'CANCELLED' end
           end as status,
       now() - case when open then limit_time * used * 1.05
           else interval '22 days' + interval '343 days' * along end as at
from bench_case c;

insert into grid_case (id, number, version, status, matter_code, severity, limit_profile, time_limit, text, channel, people_affected,
    injury, grid_code, grid_name, grid_path, community_code, community_name, head_post, head_phone, place_code, longitude,
    latitude, address, owner_unit, owner_grid, owner_post, lead_unit, scale, level, reported_at, filed_at, limit_from,
    dispatched_at, accept_by, due_at, verify_by, closed_at, review_on, stopped_at, reason, route, feedback_text,
    feedback_at, feedback_by, rating_score, rating_solved, rated_at, token_hash, pressed, answer_pressed, next_mark_at)
select id, to_char(at at time zone 'Asia/Shanghai', 'YYMMDD') || '-' || lpad((n + 500000)::text, 7, '0'), 2, status, matter,
    severity, profile, case profile when 'EMERGENCY' then '2紧急工作时' when 'URGENT' then '24紧急工作时'
        when 'CONSULT' then '1工作日' when 'STANDARD' then '5工作日' else '15工作日' end, text,
    case when n % 3 = 0 then 'HOTLINE_12345' when n % 7 = 0 then 'GRID_WORKER' else 'PORTAL' end,
    1 + n % 30, false, code, name, path, community, community_name, head_post, contact_phone, code,
    longitude + (beside - 0.5) * 0.004, latitude + (along - 0.5) * 0.003, name || (1 + n % 40) || '号楼',
    case when status in ('FILED', 'SELF_HANDLING') then 'grid' when status in ('REPORTED', 'VERIFYING') then 'community'
        when status = 'RETURN_REQUESTED' then 'street' else lead end,
    case when status in ('REPORTED', 'VERIFYING') then community when status = 'RETURN_REQUESTED' then left(code, 9)
        else code end,
    case when status in ('FILED', 'SELF_HANDLING') then head_post end,
    case when status = 'SELF_HANDLING' then 'grid' when status not in ('REPORTED', 'FILED', 'REJECTED', 'DIVERTED')
        then lead end,
    'SMALL', case when severity = 1 then 'STREET' else 'GRID' end, at, at, at,
    case when status not in ('REPORTED', 'FILED', 'SELF_HANDLING', 'REJECTED', 'DIVERTED') then at end,
    case when status = 'DISPATCHED' then at + limit_time end,
    at + limit_time, case when status = 'VERIFYING' then now() + interval '1 day' * chance end,
    case when not open then at + limit_time * used end,
    case when status = 'SUSPENDED' then current_date + 14 end, case when status = 'SUSPENDED' then at end,
    case when status in ('SUSPENDED', 'REJECTED', 'DIVERTED', 'CANCELLED') then '见说明' end,
    case when status in ('REJECTED', 'DIVERTED') then '请走其他渠道' end,
    case when status in ('VERIFYING', 'CLOSED', 'EVALUATED') then '已处理' end,
    case when status in ('VERIFYING', 'CLOSED', 'EVALUATED') then at + limit_time * used end,
    case when status in ('VERIFYING', 'CLOSED', 'EVALUATED') then lead end,
    case when status = 'EVALUATED' then 1 + n % 5 end, case when status = 'EVALUATED' then n % 5 > 0 end,
    case when status = 'EVALUATED' then at + limit_time end, 'bench',
    case when not open then 0 when used * 1.05 < 0.5 then 0 when used * 1.05 < 0.8 then 50 when used < 0.95 then 80 else 100 end,
    false,
    -- Nothing is due before the sweep is measured.
    case when open then now() + interval '1 hour' + interval '7 days' * along end
from bench_row;

insert into case_step (case_id, seq, at, from_status, to_status, command, actor, role)
select id, seq, at, case seq when 1 then null else 'REPORTED' end, case seq when 1 then 'REPORTED' else 'FILED' end,
       case seq when 1 then 'report' else 'file' end, '居民', 'resident'
from bench_row, generate_series(1, 2) seq;

insert into case_promise (case_id, seq, at, due_at, why, by_post)
select id, 2, at, at + limit_time, 'filed', '居民' from bench_row;

insert into case_co_unit (case_id, unit, asked_at, done_at)
select id, co, at, case when not open or status = 'VERIFYING' then at end from bench_row
where co is not null and co <> lead and beside < 0.3
    and status not in ('REPORTED', 'FILED', 'SELF_HANDLING', 'REJECTED', 'DIVERTED');

insert into case_words select id, lower(concat_ws(E'\n', text, address)) from grid_case;

insert into case_reporter (case_id, confidential)
select id, chance < 0.02 from bench_row where along < 0.3;

drop table bench_row, bench_case, bench_place;
