-- Seals: every few seconds the worker binds what happened since the last one to all that went before.
create table seals (
  commissioner_id uuid        not null references commissioners,
  number          integer     not null check (number > 0),
  sealed_at       timestamptz not null,
  previous        text        not null check (previous ~ '^[0-9a-f]{64}$'),
  hash            text        not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (commissioner_id, number)
);
select wall('seals', 'assurance', append_only => true);

create table seal_members (
  commissioner_id uuid    not null,
  event_id        uuid    not null,
  seal_number     integer not null,
  position        integer not null,
  event_hash      text    not null check (event_hash ~ '^[0-9a-f]{64}$'),
  primary key (commissioner_id, event_id),
  unique (commissioner_id, seal_number, position),
  foreign key (commissioner_id, seal_number) references seals
);
select wall('seal_members', 'assurance', append_only => true);
