-- What a theme takes in and leaves out, and what people said that shows it: written apart, so that two people code alike.
alter table theme_wordings
  add column includes text not null default '',
  add column excludes text not null default '',
  add column examples text not null default '';

create or replace view current_themes as
select * from (
  select distinct on (w.commissioner_id, w.theme_id)
    w.commissioner_id, w.theme_id as id, w.frame_id, w.version, w.parent_id, w.name, w.definition, w.position, w.retired,
    w.includes, w.excludes, w.examples
  from theme_wordings w order by w.commissioner_id, w.theme_id, w.version desc
) latest where not retired;
select publish_view('current_themes', nullable => 'parent_id');

create or replace view named_themes as
select distinct on (commissioner_id, theme_id) commissioner_id, theme_id as id, frame_id, parent_id, name, definition, position, retired,
  includes, excludes, examples
from theme_wordings order by commissioner_id, theme_id, version desc;
select publish_view('named_themes', nullable => 'parent_id');

-- One theme became another: what was coded under it is coded under the other from then on.
create table theme_merges (
  commissioner_id uuid        not null,
  id              uuid        not null,
  frame_id        uuid        not null,
  theme_id        uuid        not null,
  into_id         uuid        not null,
  version         integer     not null,
  reason          text        not null,
  merged_by       uuid,
  merged_at       timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, frame_id, theme_id) references themes (commissioner_id, frame_id, id),
  foreign key (commissioner_id, frame_id, into_id) references themes (commissioner_id, frame_id, id),
  foreign key (commissioner_id, frame_id, version) references frame_versions,
  check (theme_id <> into_id)
);
create index on theme_merges (commissioner_id, theme_id);
create index on theme_merges (commissioner_id, into_id);
select wall('theme_merges', 'themes');
create table theme_merge_reversals (
  commissioner_id uuid        not null,
  merge_id        uuid        not null,
  reason          text        not null,
  reversed_by     uuid,
  reversed_at     timestamptz not null,
  primary key (commissioner_id, merge_id),
  foreign key (commissioner_id, merge_id) references theme_merges
);
select wall('theme_merge_reversals', 'themes');

-- One theme is split: new themes beside or below it, and a person says of each comment where it belongs.
create table theme_splits (
  commissioner_id uuid        not null,
  id              uuid        not null,
  frame_id        uuid        not null,
  theme_id        uuid        not null,
  reason          text        not null,
  split_by        uuid,
  split_at        timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, frame_id, theme_id) references themes (commissioner_id, frame_id, id)
);
create index on theme_splits (commissioner_id, theme_id);
select wall('theme_splits', 'themes');
create table theme_split_parts (
  commissioner_id uuid    not null,
  split_id        uuid    not null,
  theme_id        uuid    not null,
  place           integer not null,
  -- Words that suggest this part while sorting. They decide nothing.
  words           text[]  not null,
  primary key (commissioner_id, split_id, theme_id),
  foreign key (commissioner_id, split_id) references theme_splits,
  foreign key (commissioner_id, theme_id) references themes
);
select wall('theme_split_parts', 'themes');
create table theme_split_sortings (
  commissioner_id uuid        not null,
  split_id        uuid        not null,
  contribution_id uuid        not null,
  theme_id        uuid        not null,
  sorted_by       uuid,
  sorted_at       timestamptz not null,
  primary key (commissioner_id, split_id, contribution_id),
  foreign key (commissioner_id, split_id) references theme_splits,
  foreign key (commissioner_id, contribution_id) references contributions,
  foreign key (commissioner_id, theme_id) references themes
);
select wall('theme_split_sortings', 'themes');
create table theme_split_closures (
  commissioner_id uuid        not null,
  split_id        uuid        not null,
  closed_by       uuid,
  closed_at       timestamptz not null,
  primary key (commissioner_id, split_id),
  foreign key (commissioner_id, split_id) references theme_splits
);
select wall('theme_split_closures', 'themes');

-- A frame as a file describes it, read and not yet made.
create table frame_plans (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  title           text        not null check (title <> ''),
  -- What was read: themes, which column was taken for what, rows that could not be used.
  plan            jsonb       not null,
  planned_by      uuid,
  planned_at      timestamptz not null,
  primary key (commissioner_id, id)
);
select wall('frame_plans', 'themes');
create table frame_plan_uses (
  commissioner_id uuid not null,
  plan_id         uuid not null,
  frame_id        uuid not null,
  primary key (commissioner_id, plan_id),
  foreign key (commissioner_id, plan_id) references frame_plans,
  foreign key (commissioner_id, frame_id) references frames
);
select wall('frame_plan_uses', 'themes');

-- A coding that was carried from one theme to another, and every coding that stood for it afterwards: a row for each, however far on.
create table coding_successions (
  commissioner_id uuid        not null,
  coding_id       uuid        not null,
  successor_id    uuid        not null,
  left_at         timestamptz not null,
  -- The successor is the very next one.
  direct          boolean     not null,
  -- The successor was made for it; else it stood there already.
  fresh           boolean     not null,
  -- It was left because a merge was taken back.
  undoing         boolean     not null,
  primary key (commissioner_id, coding_id, successor_id),
  foreign key (commissioner_id, coding_id) references codings,
  foreign key (commissioner_id, successor_id) references codings
);
create index on coding_successions (commissioner_id, successor_id);
select wall('coding_successions', 'codings');
alter table coding_removals alter column removed_by drop not null;

-- What ties words to a theme for the thread: codings that count, and (once) those that were carried on and still count where they are now.
-- A merge that was taken back leaves no such tie, but where a finding was made of the theme while it stood. The same tie may be there more than once.
create view thread_codings as
select commissioner_id, contribution_id, theme_id, response_id, survey_id, source_id, false as once from current_codings
union all
select k.commissioner_id, k.contribution_id, k.theme_id, s.response_id, s.survey_id, s.source_id, true
from coding_successions x
join codings k on (k.commissioner_id, k.id) = (x.commissioner_id, x.coding_id)
-- Each found by its id alone: after a large import, before the tables are counted anew, all that is coded would be read for each of them.
cross join lateral (
  select c.response_id, c.survey_id, c.source_id from current_codings c
  where (c.commissioner_id, c.id) = (x.commissioner_id, x.successor_id) limit 1) s
where not x.undoing or exists (
  select from finding_themes f join findings g on (g.commissioner_id, g.id) = (f.commissioner_id, f.finding_id)
  where (f.commissioner_id, f.theme_id) = (k.commissioner_id, k.theme_id) and g.made_at <= x.left_at
    and g.made_at >= (select max(a.left_at) from coding_successions a where (a.commissioner_id, a.successor_id) = (k.commissioner_id, k.id)));
select publish_view('thread_codings', nullable => 'survey_id, source_id');

-- A theme that became another, by a merge that stands.
create view become_themes as
select m.commissioner_id, m.frame_id, m.theme_id, m.into_id, m.merged_at from theme_merges m
where not exists (select from theme_merge_reversals r where (r.commissioner_id, r.merge_id) = (m.commissioner_id, m.id));
select publish_view('become_themes');
