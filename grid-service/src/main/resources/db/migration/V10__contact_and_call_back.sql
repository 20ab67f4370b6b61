-- First contact has a clock of its own (响应率); null where the reporter left nothing to be reached by.
alter table grid_case add column contact_by timestamptz;
alter table grid_case add column contacted_at timestamptz;

-- 吹哨报到: when a unit that was called in arrived.
alter table grid_case add column arrived_at timestamptz;
alter table case_co_unit add column arrived_at timestamptz;

-- The six diversions of intake (北京市接诉即办工作条例 Art. 11). Older rows were diverted before the kinds were asked for.
alter table grid_case add column diversion text check (diversion in ('EMERGENCY_LINE', 'LEGAL_CHANNEL', 'REPEAT',
    'SECRET_OR_PRIVACY', 'OUTSIDE_AUTHORITY', 'UNLAWFUL'));

-- Of a complaint: the unit or company complained of, which never gets to see it (济南 Art. 32).
alter table grid_case add column complained_of text;
alter table grid_case add constraint nobody_judges_a_complaint_about_themselves check (lead_unit <> complained_of);

-- 差评: how often a result was refused; the first is reworked, the second the supervisor reviews.
alter table grid_case add column bad_ratings int not null default 0 check (bad_ratings >= 0);
alter table grid_case add column review_since timestamptz; -- while the supervisor reviews

-- 回访: after closing, up to three tries; only valid ones count for 解决率 and 满意率.
create table case_call_back (
    case_id uuid not null references grid_case,
    seq     int not null, -- of the history row that tells of it
    at      timestamptz not null,
    result  text not null check (result in ('VALID', 'NO_ANSWER', 'DECLINED')),
    solved  boolean,
    score   int check (score between 1 and 5),
    by_post text not null,
    primary key (case_id, seq),
    foreign key (case_id, seq) references case_step,
    constraint only_a_valid_call_has_an_answer check ((result = 'VALID') = (solved is not null and score is not null))
);
create trigger case_call_back_append_only before update or delete or truncate on case_call_back
    for each statement execute function case_history_is_append_only();
