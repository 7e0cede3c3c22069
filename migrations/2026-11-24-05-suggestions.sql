-- Which version of its frame a model learned.
alter table models add column frame_version integer not null default 1;

-- When a comment was looked at. What is redacted later makes the look stale.
alter table suggested_comments add column made_at timestamptz not null default now();
create index on suggested_comments (commissioner_id, frame_id, same_words) where same_words is not null;

-- Where a frame is in use: what was coded with it, and where somebody asked for suggestions before coding anything.
create table suggested_batches (
  commissioner_id uuid        not null,
  id              uuid        not null,
  frame_id        uuid        not null,
  survey_id       uuid,
  source_id       uuid,
  asked_by        uuid,
  asked_at        timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, frame_id) references frames,
  foreign key (commissioner_id, survey_id) references surveys,
  foreign key (commissioner_id, source_id) references sources,
  check ((survey_id is null) <> (source_id is null))
);
create unique index on suggested_batches (commissioner_id, frame_id, coalesce(survey_id, source_id));
select wall('suggested_batches', 'suggestions');

-- How far a learning has come, written over as it goes on and gone when it is done; or that it failed, so that it is not begun again at once.
create table learning_progress (
  commissioner_id uuid        not null,
  frame_id        uuid        not null,
  step            text        not null check (step in ('waiting', 'learning', 'suggesting', 'comparing', 'testing', 'failed')),
  done            integer     not null,
  total           integer,
  seen_at         timestamptz not null,
  primary key (commissioner_id, frame_id),
  foreign key (commissioner_id, frame_id) references frames
);
select wall('learning_progress', 'suggestions', rows_change => true);

-- Comments that speak of the same thing and fit no theme, with the words that tell them apart: a theme that may be missing.
create table theme_proposals (
  commissioner_id uuid        not null,
  id              uuid        not null,
  frame_id        uuid        not null,
  name            text        not null check (name <> ''),
  terms           text[]      not null,
  proposed_at     timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, frame_id) references frames
);
create index on theme_proposals (commissioner_id, frame_id);
select wall('theme_proposals', 'suggestions', rows_change => true);
create table theme_proposal_comments (
  commissioner_id uuid    not null,
  proposal_id     uuid    not null,
  contribution_id uuid    not null,
  place           integer not null,
  primary key (commissioner_id, proposal_id, contribution_id),
  foreign key (commissioner_id, proposal_id) references theme_proposals,
  foreign key (commissioner_id, contribution_id) references contributions
);
create index on theme_proposal_comments (commissioner_id, contribution_id);
select wall('theme_proposal_comments', 'suggestions', rows_change => true);
create table theme_proposal_dismissals (
  commissioner_id uuid        not null,
  proposal_id     uuid        not null,
  dismissed_by    uuid,
  dismissed_at    timestamptz not null,
  primary key (commissioner_id, proposal_id),
  foreign key (commissioner_id, proposal_id) references theme_proposals
);
select wall('theme_proposal_dismissals', 'suggestions');

-- Responses of one person share a number, so that a test can hold people back and not rows. Of the person it says nothing else.
create view response_voices as
select r.commissioner_id, r.id as response_id,
  case when r.person_id is not null then r.person_id
    when r.respondent is null or r.source_id is null then r.id
    else (select o.id from responses o
      where o.commissioner_id = r.commissioner_id and o.source_id = r.source_id and o.respondent = r.respondent
      order by o.said_on, o.id limit 1) end as voice_id
from responses r;
select publish_view('response_voices');

-- A look at a comment that nothing has overtaken: its words can still be read and are the words that were looked at, and nobody is to code it blind.
create view suggested_looks as
select q.commissioner_id, q.contribution_id, q.frame_id
from suggested_comments q
join readable_contributions r on (r.commissioner_id, r.id) = (q.commissioner_id, q.contribution_id)
where not exists (select from redactions x where (x.commissioner_id, x.contribution_id) = (q.commissioner_id, q.contribution_id) and x.redacted_at >= q.made_at)
  and not exists (select from blind_comments b
    where (b.commissioner_id, b.contribution_id, b.frame_id) = (q.commissioner_id, q.contribution_id, q.frame_id));
select publish_view('suggested_looks');

-- A theme that was put away or merged since is suggested no longer.
create or replace view standing_suggestions as
select s.commissioner_id, s.contribution_id, s.frame_id, s.theme_id, s.likelihood, s.offered, s.because
from suggested_themes s
where exists (select from suggested_looks l
    where (l.commissioner_id, l.contribution_id, l.frame_id) = (s.commissioner_id, s.contribution_id, s.frame_id))
  and exists (select from current_themes t where (t.commissioner_id, t.id) = (s.commissioner_id, s.theme_id));
select publish_view('standing_suggestions');

create or replace view suggestion_queue as
select q.commissioner_id, q.contribution_id, q.frame_id, q.uncertainty,
  case when exists (select from suggested_looks l
    where (l.commissioner_id, l.contribution_id, l.frame_id) = (q.commissioner_id, q.contribution_id, q.frame_id)) then q.sentiment end as sentiment,
  q.same_words
from suggested_comments q;
select publish_view('suggestion_queue', nullable => 'sentiment, same_words');
