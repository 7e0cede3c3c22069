-- Questions that came in a file: what it was, and what became of each of them. The same file again leads here.
create table survey_imports (
  commissioner_id uuid        not null,
  id              uuid        not null,
  survey_id       uuid        not null,
  layout          text        not null,
  file_hash       bytea       not null,
  report          jsonb       not null,
  imported_by     uuid,
  imported_at     timestamptz not null,
  primary key (commissioner_id, id),
  unique (commissioner_id, file_hash),
  foreign key (commissioner_id, survey_id) references surveys
);
select wall('survey_imports', 'transfers');

-- Answers that left the house: who took them, and how many there were to take.
create table response_exports (
  commissioner_id uuid        not null,
  id              uuid        not null,
  survey_id       uuid        not null,
  format          text        not null check (format in ('csv', 'xlsx', 'json', 'spss')),
  with_set_aside  boolean     not null,
  expected        integer     not null check (expected >= 0),
  exported_by     uuid,
  exported_at     timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, survey_id) references surveys
);
create index on response_exports (commissioner_id, survey_id, id);
select wall('response_exports', 'transfers');

-- How far each got, and its end: whole, or broken off. Without an end it is under way, or was cut off with the machine it ran on.
create table response_export_steps (
  commissioner_id uuid        not null,
  id              uuid        not null,
  export_id       uuid        not null,
  written         integer     not null check (written >= 0),
  step            text        not null check (step in ('under way', 'whole', 'broken off')),
  reached_at      timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, export_id) references response_exports
);
create index on response_export_steps (commissioner_id, export_id, id);
select wall('response_export_steps', 'transfers');

-- The ticks of everything that stands, of what is set aside too: for exports that ask for it.
create view standing_answers as
select a.commissioner_id, a.response_id, a.question_key, a.choices, r.survey_id
from answers a join standing_responses r on (r.commissioner_id, r.id) = (a.commissioner_id, a.response_id);
select publish_view('standing_answers', nullable => 'survey_id');

-- And its words, as `readable_contributions` gives them of what counts: without what is held or withheld from everyone, redactions blacked out.
create view standing_words as
select c.commissioner_id, c.id, c.response_id, c.question_key, r.survey_id,
  case when exists (select from redactions x where (x.commissioner_id, x.contribution_id) = (c.commissioner_id, c.id))
    then blacked_out(c.words, c.commissioner_id, c.id) else c.words end as words
from contributions c
join standing_responses r on (r.commissioner_id, r.id) = (c.commissioner_id, c.response_id)
where c.words is not null
  and not exists (select from held_contributions h where (h.commissioner_id, h.id) = (c.commissioner_id, c.id))
  and not exists (select from withheld_contributions w where (w.commissioner_id, w.contribution_id) = (c.commissioner_id, c.id) and w.audience = 'everyone');
select publish_view('standing_words', nullable => 'question_key, survey_id');
