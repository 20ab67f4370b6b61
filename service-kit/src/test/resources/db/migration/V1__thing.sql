create table thing (
    id      bigserial primary key,
    name    text not null,
    heard   int not null default 0,
    version bigint not null default 0
);
