-- A key of this installation's own: it signs what a form carries for an hour or two. In a function and not in a table, so that no backup holds it.
do $$ begin
  execute format('create function arrival_key() returns text language sql immutable parallel safe as %L',
    format('select %L::text', gen_random_uuid()::text || gen_random_uuid()::text));
end $$;

-- A task that was done lets one form in, and no second. Only while robots come in numbers is there anything here.
create table spent_challenges (
  commissioner_id uuid        not null references commissioners,
  challenge_hash  bytea       not null,
  expires_at      timestamptz not null,
  primary key (commissioner_id, challenge_hash)
);
select wall('spent_challenges', 'flags', rows_change => true);

-- Responses that are alike: of one survey, or of one source of comments.
create table flag_groups (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  survey_id       uuid,
  source_id       uuid,
  kind            text        not null check (kind in ('same words', 'same answers', 'same address')),
  found_at        timestamptz not null,
  primary key (commissioner_id, id),
  check ((survey_id is null) <> (source_id is null))
);
create index on flag_groups (commissioner_id, survey_id) where survey_id is not null;
create index on flag_groups (commissioner_id, source_id) where source_id is not null;
select wall('flag_groups', 'flags');

-- A reason to look twice at a response. It changes nothing by itself: the response counts until a person sets it aside.
create table flags (
  commissioner_id uuid        not null,
  id              uuid        not null,
  response_id     uuid        not null,
  kind            text        not null check (kind in ('robot', 'same words', 'same answers', 'same address')),
  -- What was noticed when it came: for a robot alone.
  signs           text[]      not null default '{}',
  group_id        uuid,
  -- Which of its words are the same as others': for "same words" alone.
  contribution_id uuid,
  raised_at       timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, response_id) references responses,
  foreign key (commissioner_id, contribution_id) references contributions,
  foreign key (commissioner_id, group_id) references flag_groups,
  check ((kind = 'robot') = (group_id is null)),
  check ((kind = 'same words') = (contribution_id is not null))
);
create unique index on flags (commissioner_id, response_id) where group_id is null;
create unique index on flags (commissioner_id, group_id, response_id) where group_id is not null;
create index on flags (commissioner_id, response_id);
select wall('flags', 'flags');

-- Someone looked, and left the response as it is: it goes on counting.
create table flag_leavings (
  commissioner_id uuid        not null,
  flag_id         uuid        not null,
  left_by         uuid,
  left_at         timestamptz not null,
  primary key (commissioner_id, flag_id),
  foreign key (commissioner_id, flag_id) references flags
);
select wall('flag_leavings', 'flags');

-- When the responses of a survey or source were last compared with each other, and how many texts that were long enough.
create table comparisons (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  survey_id       uuid,
  source_id       uuid,
  texts           integer     not null,
  compared_at     timestamptz not null,
  primary key (commissioner_id, id),
  check ((survey_id is null) <> (source_id is null))
);
select wall('comparisons', 'flags');

-- People who confirmed the same address, each beside the first of them. The address itself stays where it is.
create view people_of_one_address as
select commissioner_id, person_id, same_as
from (
  select p.commissioner_id, p.person_id,
    first_value(p.person_id) over (partition by p.commissioner_id, p.channel, lower(p.value) order by p.person_id) as same_as,
    count(*) over (partition by p.commissioner_id, p.channel, lower(p.value)) as people
  from contact_points p
  join contact_confirmations f on (f.commissioner_id, f.contact_point_id) = (p.commissioner_id, p.id)) confirmed
where people > 1;
select publish_view('people_of_one_address');
