-- Coding for hours: what can be undone, where each coder is, the keys of themes, how far a batch has come.

-- One thing a coder did, with what it made and took away, so that it can be undone.
create table coding_acts (
  commissioner_id uuid        not null,
  id              uuid        not null,
  coder_id        uuid        not null,
  contribution_id uuid        not null,
  -- Null: it is of the comment itself, whatever frame it was read with.
  frame_id        uuid,
  codings_made    uuid[]      not null default '{}',
  codings_removed uuid[]      not null default '{}',
  finished        uuid[]      not null default '{}',
  sentiments_made uuid[]      not null default '{}',
  mark_made       uuid,
  mark_removed    uuid,
  done_at         timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, coder_id) references coders,
  foreign key (commissioner_id, contribution_id) references contributions,
  foreign key (commissioner_id, frame_id) references frames
);
create index on coding_acts (commissioner_id, coder_id, id);
select wall('coding_acts', 'codings');
create table coding_act_undoings (
  commissioner_id uuid        not null,
  act_id          uuid        not null,
  undone_at       timestamptz not null,
  primary key (commissioner_id, act_id),
  foreign key (commissioner_id, act_id) references coding_acts
);
select wall('coding_act_undoings', 'codings');

-- A coding that was taken off and made again when that was undone: whoever undoes its first making means this one.
create table coding_returns (
  commissioner_id uuid        not null,
  coding_id       uuid        not null,
  returned_as     uuid        not null,
  returned_at     timestamptz not null,
  primary key (commissioner_id, coding_id),
  foreign key (commissioner_id, coding_id) references codings,
  foreign key (commissioner_id, returned_as) references codings
);
select wall('coding_returns', 'codings');

create table sentiment_removals (
  commissioner_id uuid        not null,
  sentiment_id    uuid        not null,
  removed_by      uuid,
  removed_at      timestamptz not null,
  primary key (commissioner_id, sentiment_id),
  foreign key (commissioner_id, sentiment_id) references sentiment_codings
);
select wall('sentiment_removals', 'codings');
create or replace view current_sentiments as
select distinct on (s.commissioner_id, s.contribution_id, s.coder_id)
  s.commissioner_id, s.id, s.contribution_id, s.coder_id, d.kind as coder_kind, d.name as coder_name, d.membership_id, s.value, s.made_at
from sentiment_codings s join coders d on (d.commissioner_id, d.id) = (s.commissioner_id, s.coder_id)
where not exists (select from sentiment_removals x where (x.commissioner_id, x.sentiment_id) = (s.commissioner_id, s.id))
order by s.commissioner_id, s.contribution_id, s.coder_id, s.id desc;
select publish_view('current_sentiments', nullable => 'membership_id');

-- The comment a coder has open: they go on from there, and nobody else is given it meanwhile.
create table coder_places (
  commissioner_id uuid        not null,
  frame_id        uuid        not null,
  batch_id        uuid        not null,
  membership_id   uuid        not null,
  contribution_id uuid        not null,
  -- The last fifty before it: what was passed over does not come again at once.
  before          uuid[]      not null default '{}',
  opened_at       timestamptz not null,
  primary key (commissioner_id, frame_id, batch_id, membership_id),
  foreign key (commissioner_id, frame_id) references frames,
  foreign key (commissioner_id, membership_id) references memberships,
  foreign key (commissioner_id, contribution_id) references contributions
);
select wall('coder_places', 'codings', rows_change => true);

-- The key on the keyboard that stands for a theme. It stays until somebody deals the keys anew.
create table theme_keys (
  commissioner_id uuid not null,
  frame_id        uuid not null,
  theme_id        uuid not null,
  key             text not null check (key ~ '^[1-9a-z]$'),
  primary key (commissioner_id, frame_id, theme_id),
  unique (commissioner_id, frame_id, key),
  foreign key (commissioner_id, frame_id, theme_id) references themes (commissioner_id, frame_id, id)
);
select wall('theme_keys', 'codings', rows_change => true);

-- How many comments a survey or source had to code, and how many of them were finished, when they were last counted; what was finished since is added.
create table batch_counts (
  commissioner_id uuid        not null,
  frame_id        uuid        not null,
  batch_id        uuid        not null,
  comments        integer     not null,
  finished        integer     not null,
  counted_at      timestamptz not null,
  primary key (commissioner_id, frame_id, batch_id),
  foreign key (commissioner_id, frame_id) references frames
);
select wall('batch_counts', 'codings', rows_change => true);
create index on finished_codings (commissioner_id, frame_id, finished_at);

-- Which comments say what many others say, letter for letter or nearly.
create view campaign_comments as
select f.commissioner_id, f.contribution_id, f.group_id
from flags f where f.kind = 'same words' and f.contribution_id is not null and f.group_id is not null;
select publish_view('campaign_comments');
create index on flags (commissioner_id, contribution_id) where contribution_id is not null;
create index on suggested_comments (commissioner_id, frame_id, same_words) where same_words is not null;

-- While a comment is to be coded blind, only its coder sees a coding of it in that frame. Whoever shows codings beside words leaves these out,
-- but for those whose membership_id is the reader's own.
create view concealed_codings as
select k.commissioner_id, k.id, k.contribution_id, d.membership_id
from codings k
join coders d on (d.commissioner_id, d.id) = (k.commissioner_id, k.coder_id)
join frame_themes t on (t.commissioner_id, t.id) = (k.commissioner_id, k.theme_id)
where exists (select from blind_comments b where (b.commissioner_id, b.contribution_id, b.frame_id) = (k.commissioner_id, k.contribution_id, t.frame_id));
select publish_view('concealed_codings', nullable => 'membership_id');
