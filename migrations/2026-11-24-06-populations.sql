-- Who lives here, and who of them has spoken.

-- A population to hold people against: how many of it are in each group of one characteristic. Never changed: a newer one is added beside it.
create table baselines (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  title           text        not null check (title <> ''),
  characteristic  text        not null check (characteristic ~ '^[a-z-]+$'),
  -- What one of its counts is one of.
  counted         text        not null check (counted in ('people', 'registered patients', 'small areas')),
  area            text        not null check (area <> ''),
  area_codes      text[]      not null default '{}',
  -- The year of the boundaries that its area codes are of; null where the source does not say.
  boundary_year   integer     check (boundary_year between 1900 and 2100),
  source          text        not null check (source <> ''),
  -- What the source says it is of, as '2021' or '2017-09-01'; '' where it does not.
  dated           text        not null default '',
  note            text        not null default '',
  added_by        uuid,
  added_at        timestamptz not null,
  primary key (commissioner_id, id)
);
create index on baselines (commissioner_id, characteristic);
select wall('baselines', 'populations');
create table baseline_groups (
  commissioner_id uuid             not null,
  baseline_id     uuid             not null,
  value           text             not null check (value <> ''),
  label           text             not null check (label <> ''),
  count           double precision not null check (count >= 0 and count < 'infinity'),
  place           integer          not null,
  primary key (commissioner_id, baseline_id, value),
  foreign key (commissioner_id, baseline_id) references baselines
);
select wall('baseline_groups', 'populations');
create table baseline_removals (
  commissioner_id uuid        not null,
  baseline_id     uuid        not null,
  reason          text        not null check (reason <> ''),
  removed_by      uuid,
  removed_at      timestamptz not null,
  primary key (commissioner_id, baseline_id),
  foreign key (commissioner_id, baseline_id) references baselines
);
select wall('baseline_removals', 'populations');

-- What the answers to one question are held against, and which answers go with which groups. The latest row of a question counts; one
-- without a baseline says that it is held against none.
create table matches (
  commissioner_id uuid        not null,
  id              uuid        not null,
  survey_id       uuid,
  source_id       uuid,
  -- 'question:<key>', or 'place'.
  dimension       text        not null check (dimension <> ''),
  baseline_id     uuid,
  -- [{"label", "choices": [value of an answer], "groups": [value of a group]}]
  bins            jsonb       not null default '[]',
  matched_by      uuid,
  matched_at      timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, survey_id) references surveys,
  foreign key (commissioner_id, source_id) references sources,
  foreign key (commissioner_id, baseline_id) references baselines,
  check ((survey_id is null) <> (source_id is null))
);
create index on matches (commissioner_id, survey_id);
create index on matches (commissioner_id, source_id);
select wall('matches', 'populations');

-- Other people than those who answered, as they were counted by somebody: the members of a panel, those in a room.
create table headcounts (
  commissioner_id uuid        not null,
  id              uuid        not null,
  baseline_id     uuid        not null,
  title           text        not null check (title <> ''),
  counted_on      date        not null,
  -- {value of a group: how many}
  counts          jsonb       not null,
  -- How many did not say.
  unsaid          integer     not null check (unsaid >= 0),
  made_by         uuid,
  made_at         timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, baseline_id) references baselines
);
create index on headcounts (commissioner_id, baseline_id);
select wall('headcounts', 'populations');

-- What will be done so that people are heard who have not been.
create table outreach_plans (
  commissioner_id uuid        not null,
  id              uuid        not null,
  survey_id       uuid,
  source_id       uuid,
  headcount_id    uuid,
  who             text        not null check (who <> ''),
  action          text        not null check (action <> ''),
  owner           text        not null check (owner <> ''),
  due_on          date        not null,
  planned_by      uuid,
  planned_at      timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, survey_id) references surveys,
  foreign key (commissioner_id, source_id) references sources,
  foreign key (commissioner_id, headcount_id) references headcounts,
  check (num_nonnulls(survey_id, source_id, headcount_id) = 1)
);
create index on outreach_plans (commissioner_id, due_on);
select wall('outreach_plans', 'populations');
create table outreach_closures (
  commissioner_id uuid        not null,
  plan_id         uuid        not null,
  done            boolean     not null,
  -- What was done and what came of it; or why it was not.
  told            text        not null check (told <> ''),
  reached         integer     check (reached >= 0),
  closed_by       uuid,
  closed_at       timestamptz not null,
  primary key (commissioner_id, plan_id),
  foreign key (commissioner_id, plan_id) references outreach_plans,
  check (done = (reached is not null))
);
select wall('outreach_closures', 'populations');

-- Public directories, the same for every commissioner of the installation: which small area a postcode is in, and how deprived that is.
-- With no commissioner bound they show nothing, like every table.
create table postcodes (
  -- In capitals, without its space.
  postcode text collate "C" primary key check (postcode ~ '^[A-Z0-9]{5,7}$'),
  lsoa11   text,
  lsoa21   text,
  district text
);
create table lsoa_deprivation (
  -- Of the Index of Multiple Deprivation: 2019, of areas of 2011; 2025, of areas of 2021.
  edition integer not null,
  lsoa    text collate "C" not null,
  rank    integer not null check (rank > 0),
  -- 1 is the most deprived tenth of England.
  decile  integer not null check (decile between 1 and 10),
  primary key (edition, lsoa)
);
do $$
declare shared text;
begin
  foreach shared in array array['postcodes', 'lsoa_deprivation'] loop
    execute format('comment on table %I is ''owner: populations''', shared);
    execute format('alter table %I enable row level security', shared);
    execute format('alter table %I force row level security', shared);
    execute format('create policy any_commissioner on %I using ((select bound_commissioner()) is not null) with check ((select bound_commissioner()) is not null)', shared);
    execute format('grant select, insert, update on %I to goldthread_app', shared);
  end loop;
end $$;
