-- Of a complaint: the unit or company complained of, from whom the task is hidden (济南 Art. 32).
alter table directive add column complained_of text;
