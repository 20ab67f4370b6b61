-- Tables of service-kit, the same in every service's database.

create table outbox (
    id          bigserial primary key,
    event_id    uuid not null, -- a version 7 UUID: ordered by time, so that indexes grow at their end
    topic       text not null,
    event_key   text not null,
    type        text not null,
    payload     text not null,
    created_at  timestamptz not null default clock_timestamp(),
    sent_at     timestamptz
);
create index outbox_unsent on outbox (id) where sent_at is null;

create table inbox (
    event_id    uuid primary key,
    received_at timestamptz not null default now()
);
create index inbox_received on inbox (received_at);

create table dead_letter (
    id          bigserial primary key,
    topic       text not null,
    event_key   text,
    payload     text not null,
    reason      text,
    died_at     timestamptz not null default now(),
    replayed_at timestamptz,
    source      text not null unique -- topic-partition@offset of the dead-letter topic: told twice, kept once
);

create table idempotency (
    name         text primary key, -- digest of caller and key
    request_hash text not null,
    status       int,
    location     text,
    body         bytea, -- sealed under the caller's key
    created_at   timestamptz not null default now()
);
create index idempotency_created on idempotency (created_at);

create table audit (
    id      bigserial primary key,
    at      timestamptz not null,
    actor   text not null,
    role    text not null,
    command text not null,
    subject text not null,
    reason  text,
    trace   text
);
create index audit_subject on audit (subject, id);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only';
end $$;
create trigger audit_append_only before update or delete or truncate on audit
    for each statement execute function audit_is_append_only();
