-- Questions put together once and asked in many surveys: a copy goes into each, so that what was asked there stays as it was.
create table question_blocks (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  name            text        not null check (name <> ''),
  questions       jsonb       not null,
  made_by         uuid,
  made_at         timestamptz not null,
  primary key (commissioner_id, id)
);
select wall('question_blocks', 'surveys');

-- No longer offered to authors. The surveys that have it keep it.
create table question_block_retirements (
  commissioner_id uuid        not null,
  block_id        uuid        not null,
  retired_by      uuid,
  retired_at      timestamptz not null,
  primary key (commissioner_id, block_id),
  foreign key (commissioner_id, block_id) references question_blocks
);
select wall('question_block_retirements', 'surveys');

-- Every answer there is to a question, whatever became of it since: set aside, held, withheld or taken back. An author may take none of it away.
create view answered_questions as
select r.commissioner_id, r.survey_id, r.survey_version_id, a.response_id, a.question_key, a.choices
from answers a join responses r on (r.commissioner_id, r.id) = (a.commissioner_id, a.response_id) where r.survey_id is not null
union all
select r.commissioner_id, r.survey_id, r.survey_version_id, e.response_id, e.question_key, e.choices
from equality_answers e join responses r on (r.commissioner_id, r.id) = (e.commissioner_id, e.response_id) where r.survey_id is not null
union all
select r.commissioner_id, r.survey_id, r.survey_version_id, c.response_id, c.question_key, null
from contributions c join responses r on (r.commissioner_id, r.id) = (c.commissioner_id, c.response_id)
where r.survey_id is not null and c.question_key is not null
union all
select r.commissioner_id, r.survey_id, r.survey_version_id, p.response_id, p.question_key, null
from apart_answers p join responses r on (r.commissioner_id, r.id) = (p.commissioner_id, p.response_id) where r.survey_id is not null
union all
select r.commissioner_id, r.survey_id, r.survey_version_id, f.response_id, f.question_key, null
from response_files f join responses r on (r.commissioner_id, r.id) = (f.commissioner_id, f.response_id) where r.survey_id is not null;
select publish_view('answered_questions', nullable => 'survey_version_id, choices');
