-- Codes of the past and the grids that have their land now, from grid.grid.retired.v1.
create table known_successor (
    code      text not null,
    successor text not null check (successor <> code),
    primary key (successor, code)
);
