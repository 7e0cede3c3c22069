-- Make sense of what was said: a frame of themes, and the spans of words that speak of them.
create table frames (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  title           text        not null check (title <> ''),
  made_by         uuid,
  made_at         timestamptz not null,
  primary key (commissioner_id, id)
);
select wall('frames', 'themes');

create table frame_versions (
  commissioner_id uuid        not null,
  frame_id        uuid        not null,
  number          integer     not null check (number > 0),
  note            text        not null,
  made_by         uuid,
  made_at         timestamptz not null,
  primary key (commissioner_id, frame_id, number),
  foreign key (commissioner_id, frame_id) references frames
);
select wall('frame_versions', 'themes');

create table themes (
  commissioner_id uuid not null,
  id              uuid not null,
  frame_id        uuid not null,
  primary key (commissioner_id, id),
  unique (commissioner_id, frame_id, id),
  foreign key (commissioner_id, frame_id) references frames
);
select wall('themes', 'themes');

-- What a theme was called and meant, from this version of its frame until the next row for it.
create table theme_wordings (
  commissioner_id uuid    not null,
  theme_id        uuid    not null,
  frame_id        uuid    not null,
  version         integer not null,
  parent_id       uuid,
  name            text    not null check (name <> ''),
  definition      text    not null,
  position        integer not null,
  retired         boolean not null default false,
  primary key (commissioner_id, theme_id, version),
  foreign key (commissioner_id, frame_id, theme_id) references themes (commissioner_id, frame_id, id),
  foreign key (commissioner_id, frame_id, parent_id) references themes (commissioner_id, frame_id, id),
  foreign key (commissioner_id, frame_id, version) references frame_versions,
  check (parent_id <> theme_id)
);
select wall('theme_wordings', 'themes');

create view current_themes as
select * from (
  select distinct on (w.commissioner_id, w.theme_id)
    w.commissioner_id, w.theme_id as id, w.frame_id, w.version, w.parent_id, w.name, w.definition, w.position, w.retired
  from theme_wordings w order by w.commissioner_id, w.theme_id, w.version desc
) latest where not retired;
select publish_view('current_themes', nullable => 'parent_id');

-- Who coded: a member of staff, a machine (suggestions only), or the file that brought its labels.
create table coders (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  kind            text        not null check (kind in ('person', 'machine', 'import')),
  name            text        not null check (name <> ''),
  membership_id   uuid,
  added_at        timestamptz not null,
  primary key (commissioner_id, id),
  unique (commissioner_id, kind, name),
  foreign key (commissioner_id, membership_id) references memberships
);
select wall('coders', 'themes');

-- A coding ties words to a theme. No span: the whole comment, as it stands or as a label brought in with it.
create table codings (
  commissioner_id uuid        not null,
  id              uuid        not null,
  contribution_id uuid        not null,
  theme_id        uuid        not null,
  coder_id        uuid        not null,
  start_at        integer,
  end_at          integer,
  made_at         timestamptz not null,
  salt            bytea       not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, contribution_id) references contributions,
  foreign key (commissioner_id, theme_id) references themes,
  foreign key (commissioner_id, coder_id) references coders,
  check ((start_at is null and end_at is null) or (start_at >= 0 and end_at > start_at))
);
create index on codings (commissioner_id, contribution_id);
create index on codings (commissioner_id, theme_id);
select wall('codings', 'themes');

create table coding_removals (
  commissioner_id uuid        not null,
  coding_id       uuid        not null,
  removed_by      uuid        not null,
  removed_at      timestamptz not null,
  primary key (commissioner_id, coding_id),
  foreign key (commissioner_id, coding_id) references codings
);
select wall('coding_removals', 'themes');

-- The codings that count: made by a person or brought in by a file, not taken away, on words that may be read.
create view current_codings as
select k.commissioner_id, k.id, k.contribution_id, k.theme_id, k.coder_id, k.start_at, k.end_at, k.made_at, d.kind as coder_kind, d.name as coder_name,
  r.id as response_id, r.survey_id, r.source_id
from codings k
join coders d on (d.commissioner_id, d.id) = (k.commissioner_id, k.coder_id) and d.kind <> 'machine'
join contributions c on (c.commissioner_id, c.id) = (k.commissioner_id, k.contribution_id)
join responses r on (r.commissioner_id, r.id) = (c.commissioner_id, c.response_id)
where not exists (select from coding_removals x where (x.commissioner_id, x.coding_id) = (k.commissioner_id, k.id))
  and not exists (select from withheld_contributions w where (w.commissioner_id, w.contribution_id) = (k.commissioner_id, k.contribution_id) and w.audience = 'everyone');
select publish_view('current_codings', nullable => 'start_at, end_at, survey_id, source_id');
