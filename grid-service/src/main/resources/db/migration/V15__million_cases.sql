-- Lists and searches that stay quick among a million cases (ADR 18).

-- Numbers are looked up by their beginning; only under "C" can the unique index answer that on every cluster.
alter table grid_case alter column number type text collate "C";

-- What is open, sorted by what is due: of a small part of the district through its places, of a big one by walking along
-- the due times, of a desk or unit through what it owns or leads. Place, status and matter stand in each, so that a page
-- is found without looking at a case that is not on it; so are the counts.
drop index grid_case_open;
create index grid_case_open on grid_case (place_code text_pattern_ops, due_at, id) include (status, matter_code)
    where status in ('REPORTED', 'FILED', 'SELF_HANDLING', 'DISPATCHED', 'RETURN_REQUESTED', 'ACCEPTED', 'IN_PROGRESS',
        'SUSPENDED', 'FEEDBACK', 'VERIFYING');
create index grid_case_open_due on grid_case (due_at, id, place_code text_pattern_ops, status, matter_code)
    where status in ('REPORTED', 'FILED', 'SELF_HANDLING', 'DISPATCHED', 'RETURN_REQUESTED', 'ACCEPTED', 'IN_PROGRESS',
        'SUSPENDED', 'FEEDBACK', 'VERIFYING');
create index grid_case_open_owner on grid_case (owner_unit, due_at, id, place_code text_pattern_ops, status)
    where status in ('REPORTED', 'FILED', 'SELF_HANDLING', 'DISPATCHED', 'RETURN_REQUESTED', 'ACCEPTED', 'IN_PROGRESS',
        'SUSPENDED', 'FEEDBACK', 'VERIFYING');
create index grid_case_open_lead on grid_case (lead_unit, due_at, id, place_code text_pattern_ops, status)
    where status in ('REPORTED', 'FILED', 'SELF_HANDLING', 'DISPATCHED', 'RETURN_REQUESTED', 'ACCEPTED', 'IN_PROGRESS',
        'SUSPENDED', 'FEEDBACK', 'VERIFYING');
create index grid_case_filed_big on grid_case (due_at, id, place_code text_pattern_ops)
    where status = 'FILED' and (scale = 'BIG' or level = 'DISTRICT');
-- Whose part is not done yet.
create index case_co_unit_open on case_co_unit (unit, case_id) where done_at is null;

-- The same with what is closed.
drop index grid_case_due;
create index grid_case_due on grid_case (due_at, id, place_code text_pattern_ops, status, matter_code);
create index grid_case_place on grid_case (place_code text_pattern_ops, due_at, id) include (status, matter_code);
drop index grid_case_lead;
create index grid_case_lead on grid_case (lead_unit, due_at, id, place_code text_pattern_ops, status)
    where lead_unit is not null;

-- Search inside text and address: every pair of neighbours and every character is indexed, so that one Chinese
-- character, two or more are found, whatever the locale of the cluster. A table of its own: a case is updated at every
-- step, its words never.
create function grams(words text) returns text[] language plpgsql immutable strict parallel safe cost 1000 as $$
declare
    characters text[] := string_to_array(words, null);
    found text[] := '{}';
begin
    for i in 2..cardinality(characters) loop
        found := found || (characters[i - 1] || characters[i]);
    end loop;
    return found || characters;
end $$;

create table case_words (
    case_id uuid primary key references grid_case,
    words   text not null -- in small letters
);
insert into case_words select id, lower(concat_ws(E'\n', text, address)) from grid_case;
create index case_words_grams on case_words using gin (grams(words));

create function case_has_words() returns trigger language plpgsql as $$
begin
    insert into case_words values (new.id, lower(concat_ws(E'\n', new.text, new.address)))
    on conflict (case_id) do update set words = excluded.words;
    return null;
end $$;
create trigger case_words_written after insert or update of text, address on grid_case
    for each row execute function case_has_words();
