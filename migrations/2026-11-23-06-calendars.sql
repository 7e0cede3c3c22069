-- Dates that planning must know of: holidays, pre-election periods, and what everyone else has planned.

-- A commissioner's own word on a period, beside what reference/ holds: the latest row of a key is the one that counts.
-- The key is that of a period in reference/, or of the first row of one of their own. Without dates: it is none here.
create table calendar_periods (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  key             text        not null check (key <> ''),
  kind            text        not null check (kind in ('bank holiday', 'holiday', 'pre-election')),
  name            text        not null check (name <> ''),
  from_on         date,
  to_on           date        check (to_on >= from_on),
  reason          text        not null check (reason <> ''),
  written_by      uuid,
  written_at      timestamptz not null,
  primary key (commissioner_id, id),
  check ((from_on is null) = (to_on is null))
);
select wall('calendar_periods', 'calendars');

-- How many things at once may ask something of one community before it counts as too many: the latest row counts.
create table calendar_limits (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  at_once         integer     not null check (at_once between 1 and 20),
  reason          text        not null check (reason <> ''),
  set_by          uuid,
  set_at          timestamptz not null,
  primary key (commissioner_id, id)
);
select wall('calendar_limits', 'calendars');

-- What is planned and is no consultation yet, or never will be: a roadshow, a survey of a partner's.
create table calendar_entries (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  title           text        not null check (title <> ''),
  starts_on       date        not null,
  ends_on         date        not null check (ends_on >= starts_on),
  communities     text[]      not null default '{}',
  -- Told to everyone early: on the public feed, and to the other commissioners here.
  shared          boolean     not null,
  added_by        uuid,
  added_at        timestamptz not null,
  primary key (commissioner_id, id)
);
create index on calendar_entries (commissioner_id, ends_on);
select wall('calendar_entries', 'calendars');

create table calendar_entry_removals (
  commissioner_id uuid        not null,
  entry_id        uuid        not null,
  reason          text        not null check (reason <> ''),
  removed_by      uuid,
  removed_at      timestamptz not null,
  primary key (commissioner_id, entry_id),
  foreign key (commissioner_id, entry_id) references calendar_entries
);
select wall('calendar_entry_removals', 'calendars');

-- A calendar of somebody else, as it was in the file that was brought in. The latest of a name counts.
create table calendar_feeds (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  name            text        not null check (name <> ''),
  communities     text[]      not null default '{}',
  imported_by     uuid,
  imported_at     timestamptz not null,
  primary key (commissioner_id, id)
);
select wall('calendar_feeds', 'calendars');

create table calendar_feed_events (
  commissioner_id uuid    not null,
  feed_id         uuid    not null,
  number          integer not null,
  title           text    not null check (title <> ''),
  starts_on       date    not null,
  ends_on         date    not null check (ends_on >= starts_on),
  href            text    check (href ~ '^https?://'),
  primary key (commissioner_id, feed_id, number),
  foreign key (commissioner_id, feed_id) references calendar_feeds
);
select wall('calendar_feed_events', 'calendars');

create table calendar_feed_removals (
  commissioner_id uuid        not null,
  feed_id         uuid        not null,
  removed_by      uuid,
  removed_at      timestamptz not null,
  primary key (commissioner_id, feed_id),
  foreign key (commissioner_id, feed_id) references calendar_feeds
);
select wall('calendar_feed_removals', 'calendars');

-- What the other commissioners of this installation have planned in public, between two dates inclusive: a second reviewed
-- way round the wall, beside list_commissioners. It tells only what each of them shows to everyone.
create policy owner_lists on consultation_publications for select to current_user using (true);
create policy owner_lists on consultation_closures for select to current_user using (true);
create policy owner_lists on consultations for select to current_user using (
  exists (select from consultation_publications p where (p.commissioner_id, p.consultation_id) = (consultations.commissioner_id, consultations.id)));
create policy owner_lists on calendar_entries for select to current_user using (shared);
create policy owner_lists on calendar_entry_removals for select to current_user using (true);

create function planned_elsewhere(from_on date, to_on date) returns table (
  id uuid, organiser text, organiser_slug text, consultation_slug text, title text, starts_on date, ends_on date, communities text[])
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, o.name, o.slug, c.slug, c.title, c.opens_on, least(c.closes_on, (k.closed_at at time zone 'Europe/London')::date), c.communities
  from consultations c
  join consultation_publications p on (p.commissioner_id, p.consultation_id) = (c.commissioner_id, c.id)
  join commissioners o on o.id = c.commissioner_id
  left join consultation_closures k on (k.commissioner_id, k.consultation_id) = (c.commissioner_id, c.id)
  where c.commissioner_id <> bound_commissioner()
    and c.opens_on <= to_on and least(c.closes_on, (k.closed_at at time zone 'Europe/London')::date) >= from_on
  union all
  select e.id, o.name, o.slug, null, e.title, e.starts_on, e.ends_on, e.communities
  from calendar_entries e
  join commissioners o on o.id = e.commissioner_id
  where e.shared and e.commissioner_id <> bound_commissioner() and e.starts_on <= to_on and e.ends_on >= from_on
    and not exists (select from calendar_entry_removals x where (x.commissioner_id, x.entry_id) = (e.commissioner_id, e.id))
$$;
