-- Set out a proposal and gather views, between two dates.
create table consultations (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  slug            text        not null check (slug ~ '^[a-z0-9][a-z0-9-]{1,79}$'),
  title           text        not null check (title <> ''),
  summary         text        not null,
  can_change      text        not null,
  cannot_change   text        not null,
  opens_on        date        not null,
  closes_on       date        not null check (closes_on > opens_on),
  survey_id       uuid        not null,
  drafted_by      uuid,
  drafted_at      timestamptz not null,
  primary key (commissioner_id, id),
  unique (commissioner_id, slug),
  foreign key (commissioner_id, survey_id) references surveys
);
select wall('consultations', 'consultations', rows_change => true);

-- A row here is what "published" means: from then on the calendar opens and closes it.
create table consultation_publications (
  commissioner_id uuid        not null,
  consultation_id uuid        not null,
  published_by    uuid,
  published_at    timestamptz not null,
  primary key (commissioner_id, consultation_id),
  foreign key (commissioner_id, consultation_id) references consultations
);
select wall('consultation_publications', 'consultations');

-- And here "closed early".
create table consultation_closures (
  commissioner_id uuid        not null,
  consultation_id uuid        not null,
  reason          text        not null check (reason <> ''),
  closed_by       uuid        not null,
  closed_at       timestamptz not null,
  primary key (commissioner_id, consultation_id),
  foreign key (commissioner_id, consultation_id) references consultations
);
select wall('consultation_closures', 'consultations');

create view published_consultations as
select c.commissioner_id, c.id, c.slug, c.title, c.summary, c.opens_on, c.closes_on, c.survey_id, p.published_at,
  k.closed_at as closed_early_at
from consultations c
join consultation_publications p on (p.commissioner_id, p.consultation_id) = (c.commissioner_id, c.id)
left join consultation_closures k on (k.commissioner_id, k.consultation_id) = (c.commissioner_id, c.id);
select publish_view('published_consultations', nullable => 'closed_early_at');
