-- A file of comments comes in at a fifth of the speed of a bare COPY or better (bench/import.ts). What stood in the way, by measurement:

-- A response's commissioner is held by its survey version or its source, of which it must have one; no third check of every row.
alter table responses drop constraint responses_commissioner_id_fkey;

-- Thousands of rows name the same source: it is looked for once in each statement. Sources are never removed, so nothing else could break the tie.
alter table responses drop constraint responses_commissioner_id_source_id_fkey;
create function refuse_unknown_source() returns trigger language plpgsql as $$
begin
  if exists (
    select from (select distinct commissioner_id, source_id from added where source_id is not null) a
    where not exists (select from sources s where (s.commissioner_id, s.id) = (a.commissioner_id, a.source_id))
  ) then
    raise exception 'a response names a source that its commissioner does not have' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger known_source after insert on responses referencing new table as added for each statement execute function refuse_unknown_source();

-- Keys are compared byte for byte: nobody sorts them by the rules of a language.
alter table contributions alter column source_key type text collate "C";

-- An imported row joins what the same respondent of the same source said on the same day.
alter table responses alter column respondent type text collate "C";
drop index responses_commissioner_id_source_id_idx;
create index on responses (commissioner_id, source_id, respondent, said_on) where source_id is not null;

-- Digests are chance to a compressor: an import's event holds thousands of them, and squeezing them costs more than writing the rows.
alter table events alter column digests set storage external;
