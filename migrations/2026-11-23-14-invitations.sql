-- Ways in for those who are invited, and for those who may answer once: codes on letters, links in messages. Nothing here names a response.

-- By chance, for each survey, and gone when it has closed: without it no mark below can be held against an address.
create table invitation_keys (
  commissioner_id uuid  not null,
  survey_id       uuid  not null,
  key             bytea not null check (length(key) = 32),
  primary key (commissioner_id, survey_id),
  foreign key (commissioner_id, survey_id) references surveys
);
select wall('invitation_keys', 'invitations', rows_change => true);

create table invitation_batches (
  commissioner_id uuid        not null,
  id              uuid        not null,
  survey_id       uuid        not null,
  name            text        not null check (name <> ''),
  way             text        not null check (way in ('codes', 'messages')),
  made_by         uuid,
  made_at         timestamptz not null,
  primary key (commissioner_id, id),
  unique (commissioner_id, survey_id, name),
  foreign key (commissioner_id, survey_id) references surveys
);
select wall('invitation_batches', 'invitations');

create table invitation_withdrawals (
  commissioner_id uuid        not null,
  batch_id        uuid        not null,
  reason          text        not null check (reason <> ''),
  withdrawn_by    uuid,
  withdrawn_at    timestamptz not null,
  primary key (commissioner_id, batch_id),
  foreign key (commissioner_id, batch_id) references invitation_batches
);
select wall('invitation_withdrawals', 'invitations');

create table invitations (
  commissioner_id uuid  not null,
  -- Says nothing of when it was made.
  id              uuid  not null,
  survey_id       uuid  not null,
  -- Of those we invite; or else the mark of the address that asked for it.
  batch_id        uuid,
  mark            bytea check (length(mark) = 32),
  -- Replaced when a link is made anew.
  secret_hash     bytea not null check (length(secret_hash) = 32),
  primary key (commissioner_id, id),
  unique (commissioner_id, secret_hash),
  unique (commissioner_id, survey_id, mark),
  foreign key (commissioner_id, survey_id) references surveys,
  foreign key (commissioner_id, batch_id) references invitation_batches,
  check ((batch_id is null) <> (mark is null))
);
create index on invitations (commissioner_id, batch_id);
select wall('invitations', 'invitations', rows_change => true);

-- One row for each that was used, and never two. The day is emptied the night after, when the rows are written anew in another order.
create table invitation_spendings (
  commissioner_id uuid not null,
  invitation_id   uuid not null,
  spent_on        date,
  primary key (commissioner_id, invitation_id),
  foreign key (commissioner_id, invitation_id) references invitations
);
select wall('invitation_spendings', 'invitations', rows_change => true);

-- A message to someone invited. Stays, to count what became of it; whom it went to is below.
create table invitation_letters (
  commissioner_id uuid not null,
  id              uuid not null,
  batch_id        uuid not null,
  message_id      uuid not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, batch_id) references invitation_batches,
  foreign key (commissioner_id, message_id) references messages
);
create index on invitation_letters (commissioner_id, batch_id);
select wall('invitation_letters', 'invitations');

-- Gone when the consultation has closed. An address that is in the register is not copied.
create table invited_addresses (
  commissioner_id  uuid  not null,
  letter_id        uuid  not null,
  survey_id        uuid  not null,
  mark             bytea not null check (length(mark) = 32),
  email            text  check (email <> ''),
  contact_point_id uuid,
  primary key (commissioner_id, letter_id),
  unique (commissioner_id, survey_id, mark),
  foreign key (commissioner_id, letter_id) references invitation_letters,
  foreign key (commissioner_id, survey_id) references surveys,
  check ((email is null) <> (contact_point_id is null))
);
select wall('invited_addresses', 'invitations', rows_change => true);

-- Which link went into which letter: from the first try to send it until it has left.
create table letter_invitations (
  commissioner_id uuid not null,
  letter_id       uuid not null,
  invitation_id   uuid not null,
  primary key (commissioner_id, letter_id),
  unique (commissioner_id, invitation_id),
  foreign key (commissioner_id, letter_id) references invitation_letters,
  foreign key (commissioner_id, invitation_id) references invitations
);
select wall('letter_invitations', 'invitations', rows_change => true);

-- Someone asks for a link to their own address: the address, until the message with it has left.
create table link_requests (
  commissioner_id uuid not null,
  id              uuid not null,
  survey_id       uuid not null,
  email           text not null check (email <> ''),
  -- Empty until it is queued, so that it is queued once.
  message_id      uuid,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, survey_id) references surveys
);
create index on link_requests (commissioner_id, survey_id);
select wall('link_requests', 'invitations', rows_change => true);

-- Enough to count how many were asked for, for a quarter of an hour.
create table link_attempts (
  commissioner_id uuid        not null,
  id              uuid        not null,
  survey_id       uuid        not null,
  address_mark    bytea       not null,
  origin_mark     bytea       not null,
  at              timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, survey_id) references surveys
);
create index on link_attempts (commissioner_id, survey_id, at);
select wall('link_attempts', 'invitations', rows_change => true);

-- Who asked for news, still wants it, and showed that the address is theirs. The address itself stays with people.
create view news_readers as
select distinct c.commissioner_id, c.id as contact_point_id
from contact_points c
join contact_confirmations f on (f.commissioner_id, f.contact_point_id) = (c.commissioner_id, c.id)
join current_consents k on (k.commissioner_id, k.person_id) = (c.commissioner_id, c.person_id)
where c.channel = 'email' and k.purpose = 'news';
select publish_view('news_readers');
