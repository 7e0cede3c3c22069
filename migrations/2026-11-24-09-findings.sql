-- How strongly people said it, in a word and with the reason; findings made before say nothing of it.
alter table findings add column strength text check (strength in ('nearly all', 'most', 'many', 'some', 'a few'));
alter table findings add column strength_reason text not null default '';
-- The finding that this one was made to replace.
alter table findings add column instead_of uuid;
alter table findings add foreign key (commissioner_id, instead_of) references findings;

-- A quote speaks for the claim, or against it.
alter table finding_quotes add column side text not null default 'for' check (side in ('for', 'against'));

-- A table of numbers it rests on, frozen, with the address of the view that counted it, so that anyone on the desk can count it again.
create table finding_numbers (
  commissioner_id uuid        not null,
  id              uuid        not null,
  finding_id      uuid        not null,
  label           text        not null check (label <> ''),
  query           text        not null,
  counted         jsonb       not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, finding_id) references findings
);
create index on finding_numbers (commissioner_id, finding_id);
select wall('finding_numbers', 'findings');

-- Another person than the one who made it has held it against the words and the numbers.
create table finding_reviews (
  commissioner_id uuid        not null,
  id              uuid        not null,
  finding_id      uuid        not null,
  outcome         text        not null check (outcome in ('agreed', 'changes')),
  note            text        not null,
  reviewed_by     uuid,
  reviewed_at     timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, finding_id) references findings,
  check (outcome = 'agreed' or note <> '')
);
create index on finding_reviews (commissioner_id, finding_id);
select wall('finding_reviews', 'findings');

create table finding_publications (
  commissioner_id uuid        not null,
  finding_id      uuid        not null,
  published_by    uuid,
  published_at    timestamptz not null,
  primary key (commissioner_id, finding_id),
  foreign key (commissioner_id, finding_id) references findings
);
select wall('finding_publications', 'findings');

-- What the latest review says of each finding that stands, and since when everyone may read it.
create view reviewed_findings as
select distinct on (r.commissioner_id, r.finding_id) r.commissioner_id, r.finding_id, r.outcome, r.reviewed_by, r.reviewed_at
from finding_reviews r join current_findings f on (f.commissioner_id, f.id) = (r.commissioner_id, r.finding_id)
order by r.commissioner_id, r.finding_id, r.id desc;
select publish_view('reviewed_findings', nullable => 'reviewed_by');
create view published_findings as
select p.commissioner_id, f.id, f.survey_id, f.source_id, f.title, p.published_at
from finding_publications p join current_findings f on (f.commissioner_id, f.id) = (p.commissioner_id, p.finding_id);
select publish_view('published_findings', nullable => 'survey_id, source_id');

create or replace view public_quotes as
select q.commissioner_id, q.id, q.finding_id, q.contribution_id, q.start_at, q.end_at,
  substr(r.words, q.start_at + 1, q.end_at - q.start_at) as words, q.side
from finding_quotes q
join readable_contributions r on (r.commissioner_id, r.id) = (q.commissioner_id, q.contribution_id)
where 'public' = any(r.audiences);
select publish_view('public_quotes');
