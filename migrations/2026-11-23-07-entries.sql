-- What staff enter for people who did not answer on the web themselves: by telephone, with help, by email or letter, at an event, by text message.

-- How one response came to be entered. The response itself says the channel; here is who was at the keyboard, and who helped.
create table entries (
  commissioner_id uuid        not null,
  id              uuid        not null,
  survey_id       uuid        not null,
  response_id     uuid        not null,
  way             text        not null check (way in ('telephone', 'in person', 'email', 'letter', 'event')),
  -- The day it reached us; the response says the day it was said.
  received_on     date        not null,
  assisted_by     text        check (assisted_by in ('our staff', 'advocate', 'carer', 'family', 'friend', 'interpreter', 'someone else')),
  -- For an organisation: which, and the post of whoever said that it may be sent, not a name.
  organisation_id uuid,
  authorised_by   text        check (authorised_by <> ''),
  -- Why it was entered after the last day.
  late_reason     text        check (late_reason <> ''),
  entered_by      uuid,
  entered_at      timestamptz not null,
  primary key (commissioner_id, id),
  unique (commissioner_id, response_id),
  foreign key (commissioner_id, survey_id) references surveys,
  foreign key (commissioner_id, response_id) references responses,
  foreign key (commissioner_id, organisation_id) references organisations,
  check ((organisation_id is null) = (authorised_by is null))
);
create index on entries (commissioner_id, survey_id, id);
select wall('entries', 'entries');

-- An event of which a note was entered: one response, whatever the number of people in the room.
create table entered_events (
  commissioner_id uuid    not null,
  entry_id        uuid    not null,
  title           text    not null check (title <> ''),
  people_present  integer not null check (people_present between 1 and 100000),
  primary key (commissioner_id, entry_id),
  foreign key (commissioner_id, entry_id) references entries
);
select wall('entered_events', 'entries');

create table entry_withdrawals (
  commissioner_id uuid        not null,
  entry_id        uuid        not null,
  reason          text        not null check (reason <> ''),
  withdrawn_by    uuid,
  withdrawn_at    timestamptz not null,
  primary key (commissioner_id, entry_id),
  foreign key (commissioner_id, entry_id) references entries
);
select wall('entry_withdrawals', 'entries');

-- The secret by which GOV.UK Notify shows that it is Notify: the latest one counts, and it is kept as a hash.
create table text_secrets (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  secret_hash     bytea       not null,
  made_by         uuid,
  made_at         timestamptz not null,
  primary key (commissioner_id, id)
);
select wall('text_secrets', 'entries');

-- Which question the messages to a number answer; with a keyword, only those that begin with it.
create table text_lines (
  commissioner_id uuid        not null,
  id              uuid        not null,
  number          text        not null check (number ~ '^[0-9]{3,15}$'),
  keyword         text        check (keyword ~ '^[^\s]{1,30}$'),
  survey_id       uuid        not null,
  question_key    text        not null,
  opened_by       uuid,
  opened_at       timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, survey_id) references surveys
);
select wall('text_lines', 'entries');

create table text_line_ends (
  commissioner_id uuid        not null,
  line_id         uuid        not null,
  ended_by        uuid,
  ended_at        timestamptz not null,
  primary key (commissioner_id, line_id),
  foreign key (commissioner_id, line_id) references text_lines
);
select wall('text_line_ends', 'entries');

-- By which to tell whether a telephone sent before, for one survey alone: the key, and what it makes of each number. They lead to no response,
-- and are removed when the survey has closed.
create table text_keys (
  commissioner_id uuid  not null,
  survey_id       uuid  not null,
  key             bytea not null,
  primary key (commissioner_id, survey_id),
  foreign key (commissioner_id, survey_id) references surveys
);
select wall('text_keys', 'entries', rows_change => true);

create table text_senders (
  commissioner_id uuid  not null,
  survey_id       uuid  not null,
  sender_hash     bytea not null,
  primary key (commissioner_id, survey_id, sender_hash),
  foreign key (commissioner_id, survey_id) references surveys
);
select wall('text_senders', 'entries', rows_change => true);

-- A response from a telephone that had sent one before.
create table repeated_texts (
  commissioner_id uuid not null,
  response_id     uuid not null,
  primary key (commissioner_id, response_id),
  foreign key (commissioner_id, response_id) references responses
);
select wall('repeated_texts', 'entries');

-- A message that we could not take, without its words.
create table refused_texts (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  reason          text        not null check (reason in ('no line', 'not open', 'no words')),
  refused_at      timestamptz not null,
  primary key (commissioner_id, id)
);
select wall('refused_texts', 'entries');
