-- Questions and their versions. No answers are kept here.
create table surveys (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  title           text        not null check (title <> ''),
  added_by        uuid,
  added_at        timestamptz not null,
  primary key (commissioner_id, id)
);
select wall('surveys', 'surveys');

-- The promise says what becomes of contact details: named, linked (kept apart, for telling) or anonymous.
create table survey_versions (
  commissioner_id uuid        not null,
  id              uuid        not null,
  survey_id       uuid        not null,
  number          integer     not null check (number > 0),
  promise         text        not null check (promise in ('named', 'linked', 'anonymous')),
  questions       jsonb       not null,
  made_by         uuid,
  made_at         timestamptz not null,
  primary key (commissioner_id, id),
  unique (commissioner_id, survey_id, number),
  foreign key (commissioner_id, survey_id) references surveys
);
select wall('survey_versions', 'surveys', rows_change => true);

-- From this moment the version is what the public sees: it is never changed again, only followed by another.
create table survey_version_releases (
  commissioner_id   uuid        not null,
  survey_version_id uuid        not null,
  released_at       timestamptz not null,
  primary key (commissioner_id, survey_version_id),
  foreign key (commissioner_id, survey_version_id) references survey_versions
);
select wall('survey_version_releases', 'surveys');

create view current_survey_versions as
select distinct on (v.commissioner_id, v.survey_id) v.*, s.title,
  exists (select from survey_version_releases r where (r.commissioner_id, r.survey_version_id) = (v.commissioner_id, v.id)) as released
from survey_versions v join surveys s on (s.commissioner_id, s.id) = (v.commissioner_id, v.survey_id)
order by v.commissioner_id, v.survey_id, v.number desc;
select publish_view('current_survey_versions', nullable => 'made_by');
