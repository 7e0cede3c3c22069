-- Everything anyone ever said to us: one kind of record, whatever the channel.
create table sources (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  name            text        not null check (name <> ''),
  added_at        timestamptz not null,
  primary key (commissioner_id, id),
  unique (commissioner_id, name)
);
select wall('sources', 'contributions');

-- One act of speaking.
create table responses (
  commissioner_id   uuid        not null references commissioners,
  id                uuid        not null,
  channel           text        not null check (channel in ('web', 'paper', 'telephone', 'email', 'letter', 'text', 'event', 'kiosk', 'import')),
  survey_id         uuid,
  survey_version_id uuid,
  source_id         uuid,
  person_id         uuid,
  organisation_id   uuid,
  respondent        text,
  place             text,
  said_on           date        not null,
  received_at       timestamptz not null,
  salt              bytea       not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, survey_version_id) references survey_versions,
  foreign key (commissioner_id, source_id) references sources,
  foreign key (commissioner_id, person_id) references people,
  foreign key (commissioner_id, organisation_id) references organisations,
  check (survey_version_id is not null or source_id is not null)
);
create index on responses (commissioner_id, survey_id, received_at) where survey_id is not null;
create index on responses (commissioner_id, source_id) where source_id is not null;
create index on responses (commissioner_id, person_id) where person_id is not null;
select wall('responses', 'contributions');

-- One utterance: words, or a score, or words with the score given beside them. No words and no score: asked, and not answered.
create table contributions (
  commissioner_id uuid    not null,
  id              uuid    not null,
  response_id     uuid    not null,
  question_key    text,
  question_text   text,
  words           text    check (words <> ''),
  score           double precision,
  salt            bytea   not null,
  -- An imported row is known again by its source and this key.
  source_id       uuid,
  source_key      text,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, response_id) references responses
);
create index on contributions (commissioner_id, response_id);
create unique index on contributions (commissioner_id, source_id, source_key) where source_key is not null;
select wall('contributions', 'contributions');

-- The closed answers of a response: what was ticked, by the keys of the options.
create table answers (
  commissioner_id uuid   not null,
  response_id     uuid   not null,
  question_key    text   not null,
  choices         text[] not null,
  primary key (commissioner_id, response_id, question_key),
  foreign key (commissioner_id, response_id) references responses
);
select wall('answers', 'contributions');

-- The number on a person's receipt, hashed: shown once, and the only way back to an anonymous response.
create table receipts (
  commissioner_id uuid  not null,
  response_id     uuid  not null,
  code_hash       bytea not null,
  primary key (commissioner_id, code_hash),
  foreign key (commissioner_id, response_id) references responses
);
select wall('receipts', 'contributions');

create table withholdings (
  commissioner_id uuid        not null,
  id              uuid        not null,
  contribution_id uuid        not null,
  audience        text        not null check (audience in ('public', 'everyone')),
  reason          text        not null check (reason <> ''),
  withheld_by     uuid        not null,
  withheld_at     timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, contribution_id) references contributions
);
create index on withholdings (commissioner_id, contribution_id);
select wall('withholdings', 'contributions');

create table withholding_lifts (
  commissioner_id uuid        not null,
  withholding_id  uuid        not null,
  reason          text        not null check (reason <> ''),
  lifted_by       uuid        not null,
  lifted_at       timestamptz not null,
  primary key (commissioner_id, withholding_id),
  foreign key (commissioner_id, withholding_id) references withholdings
);
select wall('withholding_lifts', 'contributions');

-- Words taken out, by place: start inclusive, end exclusive, in code points of the stored words.
create table redactions (
  commissioner_id uuid        not null,
  id              uuid        not null,
  contribution_id uuid        not null,
  start_at        integer     not null check (start_at >= 0),
  end_at          integer     not null check (end_at > start_at),
  reason          text        not null check (reason <> ''),
  redacted_by     uuid        not null,
  redacted_at     timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, contribution_id) references contributions
);
create index on redactions (commissioner_id, contribution_id);
select wall('redactions', 'contributions');

create table redaction_lifts (
  commissioner_id uuid        not null,
  redaction_id    uuid        not null,
  reason          text        not null check (reason <> ''),
  lifted_by       uuid        not null,
  lifted_at       timestamptz not null,
  primary key (commissioner_id, redaction_id),
  foreign key (commissioner_id, redaction_id) references redactions
);
select wall('redaction_lifts', 'contributions');

-- The words with what was redacted blacked out, code point for code point, so that places in them stay true.
-- Pages show any run of blocks as one mark, so its length says nothing.
create function blacked_out(words text, commissioner uuid, contribution uuid) returns text language plpgsql stable as $$
declare redaction record;
begin
  for redaction in
    select r.start_at, r.end_at from redactions r
    where r.commissioner_id = commissioner and r.contribution_id = contribution
      and not exists (select from redaction_lifts l where (l.commissioner_id, l.redaction_id) = (r.commissioner_id, r.id))
  loop
    words := substr(words, 1, redaction.start_at)
      || repeat('█', least(redaction.end_at, length(words)) - redaction.start_at)
      || substr(words, redaction.end_at + 1);
  end loop;
  return words;
end $$;

create view withheld_contributions as
select w.commissioner_id, w.id, w.contribution_id, w.audience, w.reason, w.withheld_by, w.withheld_at
from withholdings w
where not exists (select from withholding_lifts l where (l.commissioner_id, l.withholding_id) = (w.commissioner_id, w.id));
select publish_view('withheld_contributions');

-- What may be read, and by whom. Every reader asks here; none works it out again.
-- audiences: coder, analyst and decision-maker read what is not withheld from everyone; the public reads only words
-- whose use was agreed to and still is, and that are not withheld.
create view readable_contributions as
select c.commissioner_id, c.id, c.response_id, c.question_key, c.question_text, c.score,
  r.survey_id, r.survey_version_id, r.source_id, r.channel, r.place, r.said_on, r.received_at,
  case when exists (select from redactions x where (x.commissioner_id, x.contribution_id) = (c.commissioner_id, c.id))
    then blacked_out(c.words, c.commissioner_id, c.id) else c.words end as words,
  case when exists (select from current_consents k where (k.commissioner_id, k.response_id) = (c.commissioner_id, c.response_id) and k.purpose = 'be quoted')
      and not exists (select from withheld_contributions w where (w.commissioner_id, w.contribution_id) = (c.commissioner_id, c.id))
    then array['coder', 'analyst', 'decision-maker', 'public'] else array['coder', 'analyst', 'decision-maker'] end as audiences
from contributions c
join responses r on (r.commissioner_id, r.id) = (c.commissioner_id, c.response_id)
where (c.words is not null or c.score is not null)
  and not exists (select from withheld_contributions w where (w.commissioner_id, w.contribution_id) = (c.commissioner_id, c.id) and w.audience = 'everyone');
select publish_view('readable_contributions', nullable => 'question_key, question_text, score, survey_id, survey_version_id, source_id, place, words');

-- Responses and ticks hold nobody's words: counted as they stand.
create view counted_responses as
select commissioner_id, id, survey_id, survey_version_id, source_id, channel, place, said_on, received_at from responses;
select publish_view('counted_responses', nullable => 'survey_id, survey_version_id, source_id, place');
create view counted_answers as
select a.commissioner_id, a.response_id, a.question_key, a.choices, r.survey_id, r.survey_version_id, r.channel, r.place
from answers a join responses r on (r.commissioner_id, r.id) = (a.commissioner_id, a.response_id);
select publish_view('counted_answers', nullable => 'survey_id, survey_version_id, place');
