-- Words that wait for someone on duty, because they may tell of harm, abuse, a crime or danger; and by when someone has to have looked.
create table concerns (
  commissioner_id uuid        not null,
  contribution_id uuid        not null,
  kind            text        not null check (kind in ('danger', 'self-harm', 'abuse', 'violence', 'neglect', 'crime', 'raised by staff')),
  due_on          date        not null,
  -- Why a member of staff raised it; empty where the words themselves did.
  note            text        check (note <> ''),
  raised_by       uuid,
  raised_at       timestamptz not null,
  primary key (commissioner_id, contribution_id),
  foreign key (commissioner_id, contribution_id) references holds
);
select wall('concerns', 'concerns');

-- What someone on duty did about it. It may be passed on to several.
create table concern_acts (
  commissioner_id uuid        not null,
  id              uuid        not null,
  contribution_id uuid        not null,
  act             text        not null check (act in ('nothing to do', 'passed on', 'withheld')),
  passed_to       text        check (passed_to <> ''),
  passed_on       date,
  reference       text        check (reference <> ''),
  acted_by        uuid,
  acted_at        timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, contribution_id) references concerns,
  check ((act = 'passed on') = (passed_to is not null and passed_on is not null)),
  check (act = 'passed on' or reference is null)
);
create index on concern_acts (commissioner_id, contribution_id);
select wall('concern_acts', 'concerns');

-- Whoever is on duty has been told that this waits.
create table concern_tellings (
  commissioner_id uuid        not null,
  contribution_id uuid        not null,
  told_at         timestamptz not null,
  primary key (commissioner_id, contribution_id),
  foreign key (commissioner_id, contribution_id) references concerns
);
select wall('concern_tellings', 'concerns');

-- Who is on duty, from a day to a day. Where nobody is, engagement leads and administrators are.
create table duty_turns (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  membership_id   uuid        not null,
  starts_on       date        not null,
  ends_on         date        check (ends_on >= starts_on),
  added_by        uuid,
  added_at        timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, membership_id) references memberships
);
select wall('duty_turns', 'concerns');

create table duty_turn_endings (
  commissioner_id uuid        not null,
  turn_id         uuid        not null,
  ended_by        uuid,
  ended_at        timestamptz not null,
  primary key (commissioner_id, turn_id),
  foreign key (commissioner_id, turn_id) references duty_turns
);
select wall('duty_turn_endings', 'concerns');

-- Within how many working days someone has to have looked: the latest one counts.
create table duty_limits (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  working_days    integer     not null check (working_days between 1 and 5),
  set_by          uuid,
  set_at          timestamptz not null,
  primary key (commissioner_id, id)
);
select wall('duty_limits', 'concerns');
