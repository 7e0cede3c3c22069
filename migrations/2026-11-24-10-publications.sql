-- What is wrong with figures that stay as they were published, or how to read them.
create table result_corrections (
  commissioner_id uuid        not null,
  id              uuid        not null,
  publication_id  uuid        not null,
  note            text        not null check (note <> ''),
  made_by         uuid,
  made_at         timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, publication_id) references result_publications
);
create index on result_corrections (commissioner_id, publication_id);
select wall('result_corrections', 'publications');
