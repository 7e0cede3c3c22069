-- The same questions in another language or format. Answers join: the keys of the questions are the same.
create table variants (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  survey_id       uuid        not null,
  -- What stands in addresses and with each response: 'cy', 'easy-read'.
  code            text        not null check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  kind            text        not null check (kind in ('language', 'easy read', 'large print', 'audio', 'bsl')),
  -- A language tag of BCP 47, and what it is called by those who read it.
  language        text        not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  name            text        not null check (name <> ''),
  added_by        uuid,
  added_at        timestamptz not null,
  primary key (commissioner_id, id),
  unique (commissioner_id, survey_id, code),
  foreign key (commissioner_id, survey_id) references surveys
);
select wall('variants', 'variants');

-- Its words, by where they stand: {"title": …, "q1.text": …}. The latest row holds.
create table variant_texts (
  commissioner_id uuid        not null,
  id              uuid        not null,
  variant_id      uuid        not null,
  texts           jsonb       not null,
  written_by      uuid,
  written_at      timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, variant_id) references variants
);
create index on variant_texts (commissioner_id, variant_id, id);
select wall('variant_texts', 'variants');

-- A recording or a film: of one question, or of the whole where no question is named. The latest row for each holds; no file: taken away.
create table variant_recordings (
  commissioner_id uuid        not null,
  id              uuid        not null,
  variant_id      uuid        not null,
  question_key    text        not null,
  file_id         uuid,
  added_by        uuid,
  added_at        timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, variant_id) references variants,
  foreign key (commissioner_id, file_id) references kept_files
);
create index on variant_recordings (commissioner_id, variant_id, id);
select wall('variant_recordings', 'variants');

-- Offered to the public, and no longer offered.
create table variant_releases (
  commissioner_id uuid        not null,
  id              uuid        not null,
  variant_id      uuid        not null,
  offered         boolean     not null,
  reason          text        not null default '',
  settled_by      uuid,
  settled_at      timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, variant_id) references variants,
  check (offered or reason <> '')
);
create index on variant_releases (commissioner_id, variant_id, id);
select wall('variant_releases', 'variants');

create view current_variants as
select v.commissioner_id, v.id, v.survey_id, v.code, v.kind, v.language, v.name,
  coalesce((select t.texts from variant_texts t where (t.commissioner_id, t.variant_id) = (v.commissioner_id, v.id) order by t.id desc limit 1), '{}') as texts,
  coalesce((select jsonb_object_agg(r.question_key, r.file_id) from (
    select distinct on (question_key) question_key, file_id from variant_recordings x
    where (x.commissioner_id, x.variant_id) = (v.commissioner_id, v.id) order by question_key, id desc) r where r.file_id is not null), '{}') as recordings,
  coalesce((select l.offered from variant_releases l where (l.commissioner_id, l.variant_id) = (v.commissioner_id, v.id) order by l.id desc limit 1), false) as offered
from variants v;
select publish_view('current_variants');
