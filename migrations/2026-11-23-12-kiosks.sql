-- A tablet that stands somewhere for people to answer on. Its address holds a secret, kept as a hash.
create table kiosks (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  consultation_id uuid        not null,
  name            text        not null check (name <> ''),
  place           text,
  token_hash      bytea       not null,
  added_by        uuid,
  added_at        timestamptz not null,
  primary key (commissioner_id, id),
  unique (commissioner_id, token_hash),
  foreign key (commissioner_id, consultation_id) references consultations
);
select wall('kiosks', 'kiosks');

create table kiosk_retirements (
  commissioner_id uuid        not null,
  kiosk_id        uuid        not null,
  reason          text        not null check (reason <> ''),
  retired_by      uuid,
  retired_at      timestamptz not null,
  primary key (commissioner_id, kiosk_id),
  foreign key (commissioner_id, kiosk_id) references kiosks
);
select wall('kiosk_retirements', 'kiosks');

-- What a kiosk last said of itself: how many answers wait on it for the network, and how many were refused.
create table kiosk_states (
  commissioner_id uuid        not null,
  kiosk_id        uuid        not null,
  waiting         integer     not null check (waiting >= 0),
  refused         integer     not null check (refused >= 0),
  heard_at        timestamptz not null,
  primary key (commissioner_id, kiosk_id),
  foreign key (commissioner_id, kiosk_id) references kiosks
);
select wall('kiosk_states', 'kiosks', rows_change => true);
