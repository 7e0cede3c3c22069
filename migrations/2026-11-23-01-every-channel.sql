-- The page somebody answered on, where it was not the one the questions were written for: a language, Easy Read, large print.
alter table responses add column variant text check (variant ~ '^[a-z][a-z0-9-]{0,39}$');

-- A person took their answers back, or put others in their place. What was said stays; nobody reads or counts it.
create table response_withdrawals (
  commissioner_id uuid        not null,
  response_id     uuid        not null,
  replaced_by     uuid,
  withdrawn_at    timestamptz not null,
  primary key (commissioner_id, response_id),
  foreign key (commissioner_id, response_id) references responses,
  foreign key (commissioner_id, replaced_by) references responses (commissioner_id, id)
);
select wall('response_withdrawals', 'contributions');

-- Set aside by staff for a reason, and taken back in for another: never dropped.
create table response_exclusions (
  commissioner_id uuid        not null,
  id              uuid        not null,
  response_id     uuid        not null,
  reason          text        not null check (reason <> ''),
  excluded_by     uuid,
  excluded_at     timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, response_id) references responses
);
create index on response_exclusions (commissioner_id, response_id);
select wall('response_exclusions', 'contributions');

create table response_exclusion_lifts (
  commissioner_id uuid        not null,
  exclusion_id    uuid        not null,
  reason          text        not null check (reason <> ''),
  lifted_by       uuid,
  lifted_at       timestamptz not null,
  primary key (commissioner_id, exclusion_id),
  foreign key (commissioner_id, exclusion_id) references response_exclusions
);
select wall('response_exclusion_lifts', 'contributions');

-- Words that may tell of harm, abuse or a crime: kept from every reader until someone on duty has seen them.
create table holds (
  commissioner_id uuid        not null,
  contribution_id uuid        not null,
  reason          text        not null check (reason <> ''),
  held_at         timestamptz not null,
  primary key (commissioner_id, contribution_id),
  foreign key (commissioner_id, contribution_id) references contributions
);
select wall('holds', 'contributions');

create table hold_releases (
  commissioner_id uuid        not null,
  contribution_id uuid        not null,
  released_by     uuid,
  released_at     timestamptz not null,
  primary key (commissioner_id, contribution_id),
  foreign key (commissioner_id, contribution_id) references holds
);
select wall('hold_releases', 'contributions');

-- What was asked with a reason and is kept apart from the answers: a whole postcode, an address. It can be removed.
create table apart_answers (
  commissioner_id uuid not null,
  response_id     uuid not null,
  question_key    text not null,
  value           text not null check (value <> ''),
  primary key (commissioner_id, response_id, question_key),
  foreign key (commissioner_id, response_id) references responses
);
select wall('apart_answers', 'contributions', rows_change => true);

-- What people said of themselves for equality monitoring: apart from their other answers, and joined to them only in sums.
create table equality_answers (
  commissioner_id uuid   not null,
  response_id     uuid   not null,
  question_key    text   not null,
  choices         text[] not null,
  primary key (commissioner_id, response_id, question_key),
  foreign key (commissioner_id, response_id) references responses
);
select wall('equality_answers', 'contributions', rows_change => true);

-- A sender that may send twice, as a kiosk after a network cut, is known again by its key; it leads to no response.
create table sending_keys (
  commissioner_id uuid  not null references commissioners,
  key_hash        bytea not null,
  primary key (commissioner_id, key_hash)
);
select wall('sending_keys', 'contributions');

create view set_aside_responses as
select x.commissioner_id, x.id, x.response_id, x.reason, x.excluded_by, x.excluded_at
from response_exclusions x
where not exists (select from response_exclusion_lifts l where (l.commissioner_id, l.exclusion_id) = (x.commissioner_id, x.id));
select publish_view('set_aside_responses', nullable => 'excluded_by');

-- Everything that was sent and not taken back, whether or not it is set aside.
create view standing_responses as
select r.commissioner_id, r.id, r.survey_id, r.survey_version_id, r.source_id, r.channel, r.place, r.said_on, r.received_at, r.variant,
  exists (select from set_aside_responses x where (x.commissioner_id, x.response_id) = (r.commissioner_id, r.id)) as set_aside
from responses r
where not exists (select from response_withdrawals w where (w.commissioner_id, w.response_id) = (r.commissioner_id, r.id));
select publish_view('standing_responses', nullable => 'survey_id, survey_version_id, source_id, place, variant');

create or replace view counted_responses as
select r.commissioner_id, r.id, r.survey_id, r.survey_version_id, r.source_id, r.channel, r.place, r.said_on, r.received_at, r.variant
from responses r
where not exists (select from response_withdrawals w where (w.commissioner_id, w.response_id) = (r.commissioner_id, r.id))
  and not exists (select from set_aside_responses x where (x.commissioner_id, x.response_id) = (r.commissioner_id, r.id));
select publish_view('counted_responses', nullable => 'survey_id, survey_version_id, source_id, place, variant');

create or replace view counted_answers as
select a.commissioner_id, a.response_id, a.question_key, a.choices, r.survey_id, r.survey_version_id, r.channel, r.place, r.variant
from answers a join counted_responses r on (r.commissioner_id, r.id) = (a.commissioner_id, a.response_id);
select publish_view('counted_answers', nullable => 'survey_id, survey_version_id, place, variant');

-- For sums alone: nothing here is shown beside anything else of one response.
create view counted_equality_answers as
select e.commissioner_id, e.response_id, e.question_key, e.choices, r.survey_id, r.survey_version_id, r.channel
from equality_answers e join counted_responses r on (r.commissioner_id, r.id) = (e.commissioner_id, e.response_id);
select publish_view('counted_equality_answers', nullable => 'survey_id, survey_version_id');

create view held_contributions as
select c.commissioner_id, c.id, c.response_id, c.question_text, c.words, h.reason, h.held_at, r.survey_id, r.channel, r.place
from holds h
join contributions c on (c.commissioner_id, c.id) = (h.commissioner_id, h.contribution_id)
join responses r on (r.commissioner_id, r.id) = (c.commissioner_id, c.response_id)
where not exists (select from hold_releases l where (l.commissioner_id, l.contribution_id) = (h.commissioner_id, h.contribution_id));
select publish_view('held_contributions', nullable => 'question_text, words, survey_id, place');

create or replace view readable_contributions as
select c.commissioner_id, c.id, c.response_id, c.question_key, c.question_text, c.score,
  r.survey_id, r.survey_version_id, r.source_id, r.channel, r.place, r.said_on, r.received_at,
  case when exists (select from redactions x where (x.commissioner_id, x.contribution_id) = (c.commissioner_id, c.id))
    then blacked_out(c.words, c.commissioner_id, c.id) else c.words end as words,
  case when exists (select from current_consents k where (k.commissioner_id, k.response_id) = (c.commissioner_id, c.response_id) and k.purpose = 'be quoted')
      and not exists (select from withheld_contributions w where (w.commissioner_id, w.contribution_id) = (c.commissioner_id, c.id))
    then array['coder', 'analyst', 'decision-maker', 'public'] else array['coder', 'analyst', 'decision-maker'] end as audiences,
  r.variant
from contributions c
join counted_responses r on (r.commissioner_id, r.id) = (c.commissioner_id, c.response_id)
where (c.words is not null or c.score is not null)
  and not exists (select from held_contributions h where (h.commissioner_id, h.id) = (c.commissioner_id, c.id))
  and not exists (select from withheld_contributions w where (w.commissioner_id, w.contribution_id) = (c.commissioner_id, c.id) and w.audience = 'everyone');
select publish_view('readable_contributions', nullable => 'question_key, question_text, score, survey_id, survey_version_id, source_id, place, words, variant');

-- The codings that count, on words that may be read of responses that count.
create or replace view current_codings as
select k.commissioner_id, k.id, k.contribution_id, k.theme_id, k.coder_id, k.start_at, k.end_at, k.made_at, d.kind as coder_kind, d.name as coder_name,
  r.id as response_id, r.survey_id, r.source_id
from codings k
join coders d on (d.commissioner_id, d.id) = (k.commissioner_id, k.coder_id) and d.kind <> 'machine'
join contributions c on (c.commissioner_id, c.id) = (k.commissioner_id, k.contribution_id)
join counted_responses r on (r.commissioner_id, r.id) = (c.commissioner_id, c.response_id)
where not exists (select from coding_removals x where (x.commissioner_id, x.coding_id) = (k.commissioner_id, k.id))
  and not exists (select from held_contributions h where (h.commissioner_id, h.id) = (c.commissioner_id, c.id))
  and not exists (select from withheld_contributions w where (w.commissioner_id, w.contribution_id) = (k.commissioner_id, k.contribution_id) and w.audience = 'everyone');
select publish_view('current_codings', nullable => 'start_at, end_at, survey_id, source_id');
