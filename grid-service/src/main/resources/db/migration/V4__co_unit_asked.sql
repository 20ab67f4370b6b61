-- When a co-unit was asked; a part without any value would not be a part.
alter table case_co_unit add column asked_at timestamptz not null default now();
alter table case_co_unit alter column asked_at drop default;
