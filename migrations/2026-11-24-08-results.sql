-- How the people who answered were chosen: it says what may be claimed of everyone else. The latest word holds; without one, they chose to answer.
create table sampling_claims (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  survey_id       uuid        not null,
  way             text        not null check (way in ('self-selected', 'random sample')),
  -- Of whom the sample was drawn, and how; empty for those who chose to answer.
  description     text        not null,
  claimed_by      uuid,
  claimed_at      timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, survey_id) references surveys,
  check ((way = 'self-selected') = (description = ''))
);
create index on sampling_claims (commissioner_id, survey_id, id);
select wall('sampling_claims', 'results');

-- Which responses that count speak for an organisation that we know.
create view responding_organisations as
select r.commissioner_id, r.id as response_id, r.organisation_id
from responses r join counted_responses c on (c.commissioner_id, c.id) = (r.commissioner_id, r.id)
where r.organisation_id is not null;
select publish_view('responding_organisations');
