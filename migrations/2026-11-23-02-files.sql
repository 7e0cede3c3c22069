-- Files people and staff send, kept in pieces beside what they belong to: one wall, one transaction, one backup.

create table kept_files (
  commissioner_id uuid        not null references commissioners,
  -- Says nothing of when it was made: a file may belong to an anonymous answer.
  id              uuid        not null,
  name            text        not null check (name <> ''),
  -- What its content was found to be, never what was said of it.
  type            text        not null,
  size            integer     not null check (size > 0),
  sha256          bytea       not null check (length(sha256) = 32),
  purpose         text        not null,
  -- To the hour where staff did not send it.
  kept_at         timestamptz not null,
  kept_by         uuid,
  primary key (commissioner_id, id)
);
select wall('kept_files', 'platform', rows_change => true);

create table file_pieces (
  commissioner_id uuid    not null,
  file_id         uuid    not null,
  number          integer not null check (number >= 0),
  bytes           bytea   not null check (length(bytes) between 1 and 262144),
  primary key (commissioner_id, file_id, number),
  foreign key (commissioner_id, file_id) references kept_files
);
-- Pictures and documents are compressed already.
alter table file_pieces alter column bytes set storage external;
select wall('file_pieces', 'platform', rows_change => true);

-- Sent, and not yet part of anything: an answer that nobody finishes leaves its files here until they go.
create table waiting_files (
  commissioner_id uuid        not null,
  file_id         uuid        not null,
  goes_at         timestamptz not null,
  primary key (commissioner_id, file_id),
  foreign key (commissioner_id, file_id) references kept_files
);
select wall('waiting_files', 'platform', rows_change => true);

create view files as
select commissioner_id, id, name, type, size, kept_at from kept_files;
select publish_view('files');
