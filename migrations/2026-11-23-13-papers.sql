-- A form on paper, known by the serial number printed on it. One that was copied gets a number of its own when it comes back.
create table paper_forms (
  commissioner_id   uuid        not null references commissioners,
  id                uuid        not null,
  consultation_id   uuid        not null,
  survey_version_id uuid        not null,
  serial            text        not null check (serial ~ '^[0-9BCDFGHJKLMNPQRSTVWXZ]{7}$'),
  printed_by        uuid,
  printed_at        timestamptz not null,
  primary key (commissioner_id, id),
  unique (commissioner_id, serial),
  foreign key (commissioner_id, consultation_id) references consultations,
  foreign key (commissioner_id, survey_version_id) references survey_versions
);
create index on paper_forms (commissioner_id, consultation_id);
select wall('paper_forms', 'papers');

-- What one person typed of it: by the first and by another, who does not see what the first typed. Emptied once it is settled.
create table keyings (
  commissioner_id uuid        not null,
  id              uuid        not null,
  form_id         uuid        not null,
  turn            integer     not null check (turn in (1, 2)),
  received_on     date        not null,
  typed           jsonb       not null,
  keyed_by        uuid        not null,
  keyed_at        timestamptz not null,
  primary key (commissioner_id, id),
  unique (commissioner_id, form_id, turn),
  foreign key (commissioner_id, form_id) references paper_forms
);
select wall('keyings', 'papers', rows_change => true);

-- The two compared, or one taken as it is for a reason; and the response it became. Counts are of questions.
create table form_settlements (
  commissioner_id uuid        not null,
  form_id         uuid        not null,
  response_id     uuid        not null,
  compared        integer     not null check (compared >= 0),
  differed        integer     not null check (differed between 0 and compared),
  differing_keys  text[]      not null default '{}',
  reason          text,
  settled_by      uuid        not null,
  settled_at      timestamptz not null,
  primary key (commissioner_id, form_id),
  foreign key (commissioner_id, form_id) references paper_forms,
  foreign key (commissioner_id, response_id) references responses
);
select wall('form_settlements', 'papers');

create table paper_scans (
  commissioner_id uuid        not null,
  form_id         uuid        not null,
  file_id         uuid        not null,
  added_by        uuid,
  added_at        timestamptz not null,
  primary key (commissioner_id, form_id, file_id),
  foreign key (commissioner_id, form_id) references paper_forms,
  foreign key (commissioner_id, file_id) references kept_files
);
select wall('paper_scans', 'papers');
