-- The list of what is under supervision (督办), by what is due: few among many, so that it is not looked for among all.
create index grid_case_supervised on grid_case (due_at, id, place_code text_pattern_ops, status, supervision)
    where supervision > 0;
