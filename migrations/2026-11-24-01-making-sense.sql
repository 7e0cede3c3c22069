-- Making sense becomes several capabilities: frames, what is coded with them, how far coders agree, what a machine suggests, results, findings,
-- publications. The tables stay; each has the owner it belongs to now.
comment on table coders is 'owner: codings';
comment on table codings is 'owner: codings';
comment on table coding_removals is 'owner: codings';
comment on table findings is 'owner: findings';
comment on table finding_themes is 'owner: findings';
comment on table finding_questions is 'owner: findings';
comment on table finding_quotes is 'owner: findings';
comment on table finding_withdrawals is 'owner: findings';
comment on table result_publications is 'owner: publications';

-- Which frame a theme is of; and what it is called now, put away or not.
create view frame_themes as select commissioner_id, id, frame_id from themes;
select publish_view('frame_themes');
create view named_themes as
select distinct on (commissioner_id, theme_id) commissioner_id, theme_id as id, frame_id, parent_id, name, definition, position, retired
from theme_wordings order by commissioner_id, theme_id, version desc;
select publish_view('named_themes', nullable => 'parent_id');
create view known_frames as select commissioner_id, id, title, made_at from frames;
select publish_view('known_frames');

-- A coder has decided about a comment with this frame: what they coded is all, or no theme fits. Reading alone is no decision.
create table finished_codings (
  commissioner_id uuid        not null,
  contribution_id uuid        not null,
  frame_id        uuid        not null,
  coder_id        uuid        not null,
  finished_at     timestamptz not null,
  primary key (commissioner_id, frame_id, contribution_id, coder_id),
  foreign key (commissioner_id, contribution_id) references contributions,
  foreign key (commissioner_id, frame_id) references frames,
  foreign key (commissioner_id, coder_id) references coders
);
create index on finished_codings (commissioner_id, coder_id, frame_id, finished_at);
select wall('finished_codings', 'codings', rows_change => true);

create view finished_comments as
select f.commissioner_id, f.contribution_id, f.frame_id, f.coder_id, d.kind as coder_kind, d.name as coder_name, d.membership_id, f.finished_at
from finished_codings f join coders d on (d.commissioner_id, d.id) = (f.commissioner_id, f.coder_id);
select publish_view('finished_comments', nullable => 'membership_id');

-- How a coder takes a comment to feel: 1 very positive, 3 neither or both, 5 very negative. Their latest word counts.
create table sentiment_codings (
  commissioner_id uuid        not null,
  id              uuid        not null,
  contribution_id uuid        not null,
  coder_id        uuid        not null,
  value           integer     not null check (value between 1 and 5),
  made_at         timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, contribution_id) references contributions,
  foreign key (commissioner_id, coder_id) references coders
);
create index on sentiment_codings (commissioner_id, contribution_id);
select wall('sentiment_codings', 'codings');

create view current_sentiments as
select distinct on (s.commissioner_id, s.contribution_id, s.coder_id)
  s.commissioner_id, s.id, s.contribution_id, s.coder_id, d.kind as coder_kind, d.name as coder_name, d.membership_id, s.value, s.made_at
from sentiment_codings s join coders d on (d.commissioner_id, d.id) = (s.commissioner_id, s.coder_id)
order by s.commissioner_id, s.contribution_id, s.coder_id, s.id desc;
select publish_view('current_sentiments', nullable => 'membership_id');

-- Put beside a comment while coding: look at this again, or this says it well.
create table comment_marks (
  commissioner_id uuid        not null,
  id              uuid        not null,
  contribution_id uuid        not null,
  kind            text        not null check (kind in ('look again', 'says it well')),
  marked_by       uuid,
  marked_at       timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, contribution_id) references contributions
);
create index on comment_marks (commissioner_id, contribution_id);
select wall('comment_marks', 'codings');
create table comment_mark_removals (
  commissioner_id uuid        not null,
  mark_id         uuid        not null,
  removed_by      uuid,
  removed_at      timestamptz not null,
  primary key (commissioner_id, mark_id),
  foreign key (commissioner_id, mark_id) references comment_marks
);
select wall('comment_mark_removals', 'codings');
create view marked_comments as
select m.commissioner_id, m.id, m.contribution_id, m.kind, m.marked_by, m.marked_at from comment_marks m
where not exists (select from comment_mark_removals x where (x.commissioner_id, x.mark_id) = (m.commissioner_id, m.id));
select publish_view('marked_comments', nullable => 'marked_by');

-- A round: a sample of comments that two or more people code blind, each without seeing what the others did.
create table rounds (
  commissioner_id uuid        not null,
  id              uuid        not null,
  frame_id        uuid        not null,
  survey_id       uuid,
  source_id       uuid,
  size            integer     not null check (size > 0),
  -- Whoever has the seed draws the same sample again.
  seed            integer     not null,
  made_by         uuid,
  made_at         timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, frame_id) references frames,
  foreign key (commissioner_id, survey_id) references surveys,
  foreign key (commissioner_id, source_id) references sources,
  check ((survey_id is null) <> (source_id is null))
);
select wall('rounds', 'agreements');
create table round_coders (
  commissioner_id uuid not null,
  round_id        uuid not null,
  membership_id   uuid not null,
  primary key (commissioner_id, round_id, membership_id),
  foreign key (commissioner_id, round_id) references rounds,
  foreign key (commissioner_id, membership_id) references memberships
);
select wall('round_coders', 'agreements');
create table round_comments (
  commissioner_id uuid    not null,
  round_id        uuid    not null,
  contribution_id uuid    not null,
  place           integer not null,
  primary key (commissioner_id, round_id, contribution_id),
  foreign key (commissioner_id, round_id) references rounds,
  foreign key (commissioner_id, contribution_id) references contributions
);
create index on round_comments (commissioner_id, contribution_id);
select wall('round_comments', 'agreements');
create table round_closures (
  commissioner_id uuid        not null,
  round_id        uuid        not null,
  reason          text        not null,
  measured        jsonb       not null,
  closed_by       uuid,
  closed_at       timestamptz not null,
  primary key (commissioner_id, round_id),
  foreign key (commissioner_id, round_id) references rounds
);
select wall('round_closures', 'agreements');

-- Who is to code which comment blind, while the round is open.
create view blind_comments as
select c.commissioner_id, c.round_id, c.contribution_id, r.frame_id, k.membership_id, c.place
from round_comments c
join rounds r on (r.commissioner_id, r.id) = (c.commissioner_id, c.round_id)
join round_coders k on (k.commissioner_id, k.round_id) = (c.commissioner_id, c.round_id)
where not exists (select from round_closures x where (x.commissioner_id, x.round_id) = (c.commissioner_id, c.round_id));
select publish_view('blind_comments');

-- A model learned from what was coded with one frame. The latest that is ready suggests.
create table models (
  commissioner_id uuid        not null,
  id              uuid        not null,
  frame_id        uuid        not null,
  learned         bytea       not null,
  -- How well it does on people it never saw, and how that was measured.
  evaluation      jsonb       not null,
  comments        integer     not null,
  learned_at      timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, frame_id) references frames
);
create index on models (commissioner_id, frame_id, id);
select wall('models', 'suggestions', rows_change => true);

-- What a machine would say of a comment. Kept apart from codings, made anew by each model, and counted nowhere.
create table suggested_themes (
  commissioner_id uuid             not null,
  contribution_id uuid             not null,
  frame_id        uuid             not null,
  theme_id        uuid             not null,
  model_id        uuid             not null,
  likelihood      double precision not null check (likelihood between 0 and 1),
  offered         boolean          not null,
  -- The words that led to it: [{"start", "end"}] in code points of the words as they are stored.
  because         jsonb            not null,
  primary key (commissioner_id, frame_id, contribution_id, theme_id),
  foreign key (commissioner_id, contribution_id) references contributions,
  foreign key (commissioner_id, theme_id) references themes
);
select wall('suggested_themes', 'suggestions', rows_change => true);
create table suggested_comments (
  commissioner_id     uuid             not null,
  contribution_id     uuid             not null,
  frame_id            uuid             not null,
  model_id            uuid             not null,
  -- From 0 to 1: the higher, the more a person's decision would teach.
  uncertainty         double precision not null,
  sentiment           integer check (sentiment between 1 and 5),
  -- Comments with nearly the same words share this number; null for one that stands alone.
  same_words          integer,
  primary key (commissioner_id, frame_id, contribution_id),
  foreign key (commissioner_id, contribution_id) references contributions
);
create index on suggested_comments (commissioner_id, frame_id, uncertainty desc, contribution_id);
select wall('suggested_comments', 'suggestions', rows_change => true);

create view standing_suggestions as
select commissioner_id, contribution_id, frame_id, theme_id, likelihood, offered, because from suggested_themes;
select publish_view('standing_suggestions');
create view suggestion_queue as
select commissioner_id, contribution_id, frame_id, uncertainty, sentiment, same_words from suggested_comments;
select publish_view('suggestion_queue', nullable => 'sentiment, same_words');

-- A way of looking at results that somebody gave a name: what is counted, by what, of whom. The address says it; this keeps the address.
create table result_views (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  survey_id       uuid,
  source_id       uuid,
  title           text        not null check (title <> ''),
  query           text        not null,
  made_by         uuid,
  made_at         timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, survey_id) references surveys,
  foreign key (commissioner_id, source_id) references sources,
  check ((survey_id is null) <> (source_id is null))
);
create index on result_views (commissioner_id, survey_id);
create index on result_views (commissioner_id, source_id);
select wall('result_views', 'results');
create table result_view_removals (
  commissioner_id uuid        not null,
  view_id         uuid        not null,
  removed_by      uuid,
  removed_at      timestamptz not null,
  primary key (commissioner_id, view_id),
  foreign key (commissioner_id, view_id) references result_views
);
select wall('result_view_removals', 'results');
