-- Someone from outside who analyses what people said, and sees nothing but what was packed for them.
alter table membership_roles drop constraint membership_roles_role_check;
alter table membership_roles add constraint membership_roles_role_check
  check (role in ('administrator', 'engagement lead', 'analyst', 'approver', 'auditor', 'independent analyst'));

-- What people can read before they answer, as everyone can: of published consultations, without what was withdrawn.
create view published_documents as
select d.commissioner_id, d.id, p.survey_id, d.title, d.file_id, d.added_at
from consultation_documents d
join published_consultations p on (p.commissioner_id, p.id) = (d.commissioner_id, d.consultation_id)
where not exists (select from consultation_document_withdrawals w where (w.commissioner_id, w.document_id) = (d.commissioner_id, d.id));
select publish_view('published_documents');

-- What one independent analyst is given, for what, and from when until when.
create table analysis_packages (
  commissioner_id uuid        not null,
  id              uuid        not null,
  survey_id       uuid,
  source_id       uuid,
  frame_id        uuid,
  analyst_id      uuid        not null,
  title           text        not null check (title <> ''),
  purpose         text        not null check (purpose <> ''),
  agreement       text        not null check (agreement <> ''),
  starts_on       date        not null,
  ends_on         date        not null check (ends_on >= starts_on),
  made_by         uuid,
  made_at         timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, survey_id) references surveys,
  foreign key (commissioner_id, source_id) references sources,
  foreign key (commissioner_id, frame_id) references frames,
  foreign key (commissioner_id, analyst_id) references memberships,
  check ((survey_id is null) <> (source_id is null))
);
create index on analysis_packages (commissioner_id, analyst_id);
select wall('analysis_packages', 'analysts');

-- The number that stands for a response in this package and in no other, dealt at random.
create table analysis_package_responses (
  commissioner_id uuid    not null,
  package_id      uuid    not null,
  number          integer not null,
  response_id     uuid    not null,
  primary key (commissioner_id, package_id, number),
  unique (commissioner_id, package_id, response_id),
  foreign key (commissioner_id, package_id) references analysis_packages,
  foreign key (commissioner_id, response_id) references responses
);
select wall('analysis_package_responses', 'analysts');

-- Which comment an analyst means who names a response and a question: fixed when the package is made.
create table analysis_package_comments (
  commissioner_id uuid    not null,
  package_id      uuid    not null,
  number          integer not null,
  question        text    not null,
  contribution_id uuid    not null,
  primary key (commissioner_id, package_id, number, question),
  foreign key (commissioner_id, package_id, number) references analysis_package_responses,
  foreign key (commissioner_id, contribution_id) references contributions
);
select wall('analysis_package_comments', 'analysts');

create table analysis_package_documents (
  commissioner_id uuid not null,
  package_id      uuid not null,
  document_id     uuid not null,
  primary key (commissioner_id, package_id, document_id),
  foreign key (commissioner_id, package_id) references analysis_packages,
  foreign key (commissioner_id, document_id) references consultation_documents
);
select wall('analysis_package_documents', 'analysts');

create table analysis_package_closures (
  commissioner_id uuid        not null,
  package_id      uuid        not null,
  reason          text        not null check (reason <> ''),
  closed_by       uuid,
  closed_at       timestamptz not null,
  primary key (commissioner_id, package_id),
  foreign key (commissioner_id, package_id) references analysis_packages
);
select wall('analysis_package_closures', 'analysts');

-- What came back: nothing of it counts until staff accept it.
create table analysis_returns (
  commissioner_id uuid        not null,
  id              uuid        not null,
  package_id      uuid        not null,
  file_sha256     bytea       not null,
  report_file_id  uuid,
  returned_by     uuid        not null,
  returned_at     timestamptz not null,
  primary key (commissioner_id, id),
  unique (commissioner_id, package_id, id),
  foreign key (commissioner_id, package_id) references analysis_packages,
  foreign key (commissioner_id, report_file_id) references kept_files
);
select wall('analysis_returns', 'analysts');

-- One line of it: a theme of the frame, or the name of one to be added. Neither: the comment was read, and no theme fits.
create table returned_codings (
  commissioner_id uuid    not null,
  return_id       uuid    not null,
  line            integer not null,
  contribution_id uuid    not null,
  theme_id        uuid,
  new_theme       text,
  start_at        integer,
  end_at          integer,
  primary key (commissioner_id, return_id, line),
  foreign key (commissioner_id, return_id) references analysis_returns,
  foreign key (commissioner_id, contribution_id) references contributions,
  foreign key (commissioner_id, theme_id) references themes,
  check (theme_id is null or new_theme is null)
);
select wall('returned_codings', 'analysts');

create table returned_sentiments (
  commissioner_id uuid    not null,
  return_id       uuid    not null,
  contribution_id uuid    not null,
  value           integer not null check (value between 1 and 5),
  primary key (commissioner_id, return_id, contribution_id),
  foreign key (commissioner_id, return_id) references analysis_returns,
  foreign key (commissioner_id, contribution_id) references contributions
);
select wall('returned_sentiments', 'analysts');

-- One return of a package is accepted, once.
create table analysis_return_acceptances (
  commissioner_id uuid        not null,
  package_id      uuid        not null,
  return_id       uuid        not null,
  accepted_by     uuid,
  accepted_at     timestamptz not null,
  primary key (commissioner_id, package_id),
  foreign key (commissioner_id, package_id, return_id) references analysis_returns (commissioner_id, package_id, id)
);
select wall('analysis_return_acceptances', 'analysts');
