-- What the numbers and the words come to. A finding is a claim with the themes and figures behind it, frozen as they were.
create table findings (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  title           text        not null check (title <> ''),
  claim           text        not null check (claim <> ''),
  contrary        text        not null default '',
  survey_id       uuid,
  source_id       uuid,
  made_by         uuid,
  made_at         timestamptz not null,
  salt            bytea       not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, survey_id) references surveys,
  foreign key (commissioner_id, source_id) references sources,
  check (survey_id is not null or source_id is not null)
);
select wall('findings', 'results');

-- The themes it rests on, with how many comments and how many responses spoke of each when it was made.
create table finding_themes (
  commissioner_id uuid    not null,
  finding_id      uuid    not null,
  theme_id        uuid    not null,
  comments        integer not null,
  responses       integer not null,
  primary key (commissioner_id, finding_id, theme_id),
  foreign key (commissioner_id, finding_id) references findings,
  foreign key (commissioner_id, theme_id) references themes
);
create index on finding_themes (commissioner_id, theme_id);
select wall('finding_themes', 'results');

-- The closed question it cites, with its counts then: [{"option", "label", "count"}] and how many answered.
create table finding_questions (
  commissioner_id uuid    not null,
  finding_id      uuid    not null,
  question_key    text    not null,
  counts          jsonb   not null,
  answered        integer not null,
  primary key (commissioner_id, finding_id, question_key),
  foreign key (commissioner_id, finding_id) references findings
);
select wall('finding_questions', 'results');

create table finding_quotes (
  commissioner_id uuid    not null,
  id              uuid    not null,
  finding_id      uuid    not null,
  contribution_id uuid    not null,
  start_at        integer not null check (start_at >= 0),
  end_at          integer not null check (end_at > start_at),
  primary key (commissioner_id, id),
  foreign key (commissioner_id, finding_id) references findings,
  foreign key (commissioner_id, contribution_id) references contributions
);
create index on finding_quotes (commissioner_id, finding_id);
create index on finding_quotes (commissioner_id, contribution_id);
select wall('finding_quotes', 'results');

create table finding_withdrawals (
  commissioner_id uuid        not null,
  finding_id      uuid        not null,
  reason          text        not null check (reason <> ''),
  withdrawn_by    uuid        not null,
  withdrawn_at    timestamptz not null,
  primary key (commissioner_id, finding_id),
  foreign key (commissioner_id, finding_id) references findings
);
select wall('finding_withdrawals', 'results');

create view current_findings as
select f.* from findings f
where not exists (select from finding_withdrawals w where (w.commissioner_id, w.finding_id) = (f.commissioner_id, f.id));
select publish_view('current_findings', nullable => 'survey_id, source_id, made_by');

create view current_finding_themes as select commissioner_id, finding_id, theme_id, comments, responses from finding_themes;
select publish_view('current_finding_themes');

-- The words quoted, as the public may read them now: gone with the consent, blacked out with the redaction.
create view public_quotes as
select q.commissioner_id, q.id, q.finding_id, q.contribution_id, q.start_at, q.end_at,
  substr(r.words, q.start_at + 1, q.end_at - q.start_at) as words
from finding_quotes q
join readable_contributions r on (r.commissioner_id, r.id) = (q.commissioner_id, q.contribution_id)
where 'public' = any(r.audiences);
select publish_view('public_quotes');

-- What was published about a consultation's answers, fixed in that moment and suppressed together. The latest row is what shows.
create table result_publications (
  commissioner_id uuid        not null,
  id              uuid        not null,
  survey_id       uuid        not null,
  tables          jsonb       not null,
  published_by    uuid        not null,
  published_at    timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, survey_id) references surveys
);
create index on result_publications (commissioner_id, survey_id, published_at);
select wall('result_publications', 'results');
create view published_results as
select distinct on (commissioner_id, survey_id) commissioner_id, id, survey_id, published_at
from result_publications order by commissioner_id, survey_id, published_at desc;
select publish_view('published_results');
