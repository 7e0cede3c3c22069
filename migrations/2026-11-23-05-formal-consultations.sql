-- What kind of asking it is: a formal consultation passes gates before anyone sees it, the light kinds do not. Who may answer it, whom it
-- asks something of, other ways in, and the day by which we say what came of it.
alter table consultations
  add column kind text not null default 'survey' check (kind in ('formal consultation', 'survey', 'quick poll', 'comment card')),
  add column answering text not null default 'anyone' check (answering in ('anyone', 'one each', 'invited')),
  add column communities text[] not null default '{}',
  add column other_ways text not null default '',
  -- Working days within which another format is sent to someone who asks; none: nothing is promised.
  add column formats_within integer check (formats_within between 1 and 60),
  add column feedback_due_on date;

-- What a fair consultation sets out beside its summary. Lists are read whole and written whole, with the page they are on.
create table consultation_proposals (
  commissioner_id       uuid    not null,
  consultation_id       uuid    not null,
  options               jsonb   not null default '[]',
  no_options            text    not null default '',
  discarded             jsonb   not null default '[]',
  none_discarded        text    not null default '',
  involvement           jsonb   not null default '[]',
  no_equality           text    not null default '',
  no_quality            text    not null default '',
  no_privacy            text    not null default '',
  no_document           text    not null default '',
  short_period          text    not null default '',
  pre_election          text    not null default '',
  not_decided           boolean not null default false,
  decides_from          date,
  not_a_vote            boolean not null default false,
  feedback_how          text    not null default '',
  feedback_late         text    not null default '',
  primary key (commissioner_id, consultation_id),
  foreign key (commissioner_id, consultation_id) references consultations
);
select wall('consultation_proposals', 'consultations', rows_change => true);

-- What people can read before they answer. Taken out of a draft; once published, only withdrawn, with a reason.
create table consultation_documents (
  commissioner_id uuid        not null,
  id              uuid        not null,
  consultation_id uuid        not null,
  title           text        not null check (title <> ''),
  kind            text        not null check (kind in ('proposal', 'involvement', 'equality', 'quality', 'privacy', 'other')),
  file_id         uuid        not null,
  added_by        uuid,
  added_at        timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, consultation_id) references consultations,
  foreign key (commissioner_id, file_id) references kept_files
);
create index on consultation_documents (commissioner_id, consultation_id);
select wall('consultation_documents', 'consultations', rows_change => true);

create table consultation_document_withdrawals (
  commissioner_id uuid        not null,
  document_id     uuid        not null,
  reason          text        not null check (reason <> ''),
  withdrawn_by    uuid,
  withdrawn_at    timestamptz not null,
  primary key (commissioner_id, document_id),
  foreign key (commissioner_id, document_id) references consultation_documents
);
select wall('consultation_document_withdrawals', 'consultations');

-- More time: closes_on of the consultation itself moves with it.
create table consultation_extensions (
  commissioner_id uuid        not null,
  id              uuid        not null,
  consultation_id uuid        not null,
  from_on         date        not null,
  to_on           date        not null check (to_on > from_on),
  reason          text        not null check (reason <> ''),
  extended_by     uuid,
  extended_at     timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, consultation_id) references consultations
);
create index on consultation_extensions (commissioner_id, consultation_id);
select wall('consultation_extensions', 'consultations');

-- What a published page said before it was put right.
create table consultation_corrections (
  commissioner_id uuid        not null,
  id              uuid        not null,
  consultation_id uuid        not null,
  part            text        not null check (part <> ''),
  said_before     text        not null,
  reason          text        not null check (reason <> ''),
  corrected_by    uuid,
  corrected_at    timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, consultation_id) references consultations
);
create index on consultation_corrections (commissioner_id, consultation_id);
select wall('consultation_corrections', 'consultations');

-- What we say in public after publishing: why it is promoted before an election, why feedback is late and until when, where it is given.
create table consultation_statements (
  commissioner_id uuid        not null,
  id              uuid        not null,
  consultation_id uuid        not null,
  about           text        not null check (about in ('election', 'late-feedback', 'feedback-given')),
  words           text        not null check (words <> ''),
  due_on          date,
  stated_by       uuid,
  stated_at       timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, consultation_id) references consultations
);
create index on consultation_statements (commissioner_id, consultation_id);
select wall('consultation_statements', 'consultations');

create or replace view published_consultations as
select c.commissioner_id, c.id, c.slug, c.title, c.summary, c.opens_on, c.closes_on, c.survey_id, p.published_at,
  k.closed_at as closed_early_at, c.kind, c.answering, c.feedback_due_on
from consultations c
join consultation_publications p on (p.commissioner_id, p.consultation_id) = (c.commissioner_id, c.id)
left join consultation_closures k on (k.commissioner_id, k.consultation_id) = (c.commissioner_id, c.id);
select publish_view('published_consultations', nullable => 'closed_early_at, feedback_due_on');

drop function consultation_to_answer(text, uuid);
create function consultation_to_answer(wanted_slug text, wanted_version uuid) returns table (
  id uuid, slug text, title text, summary text, can_change text, cannot_change text, decides text, places text[],
  opens_on date, closes_on date, survey_id uuid, kind text, answering text, communities text[], other_ways text, formats_within integer,
  feedback_due_on date, published_at timestamptz, published_by uuid, reason text, closed_at timestamptz, closed_by uuid,
  version_id uuid, number integer, promise text, questions jsonb, survey_title text)
language plpgsql stable as $$
#variable_conflict use_column
begin
  return query
    select c.id, c.slug, c.title, c.summary, c.can_change, c.cannot_change, c.decides, c.places,
      c.opens_on, c.closes_on, c.survey_id, c.kind, c.answering, c.communities, c.other_ways, c.formats_within, c.feedback_due_on,
      p.published_at, p.published_by, k.reason, k.closed_at, k.closed_by,
      v.id, v.number, v.promise, v.questions, v.title
    from consultations c
    join consultation_publications p on (p.commissioner_id, p.consultation_id) = (c.commissioner_id, c.id)
    left join consultation_closures k on (k.commissioner_id, k.consultation_id) = (c.commissioner_id, c.id)
    join released_survey_versions v on (v.commissioner_id, v.survey_id) = (c.commissioner_id, c.survey_id)
    where c.slug = wanted_slug
    -- The version asked for, as it was on the page that was answered; or else the newest.
    order by (v.id = wanted_version) desc nulls last, v.number desc
    limit 1;
end $$;
