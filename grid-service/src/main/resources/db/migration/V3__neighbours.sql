-- Whose heads were told of a big case beside their grid, and who has seen it.
create table neighbour (
    directive_id uuid not null references directive,
    grid_code    text not null check (grid_code ~ '^[0-9]{15,17}$'),
    grid_name    text not null,
    post         text not null,
    place        int not null check (place > 0), -- 1 is the nearest
    seen_at      timestamptz,
    seen_by      text,
    primary key (directive_id, grid_code),
    constraint who_has_seen_it_is_known check ((seen_at is null) = (seen_by is null))
);
create index neighbour_grid on neighbour (grid_code text_pattern_ops, directive_id);
