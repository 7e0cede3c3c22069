-- What came with an answer: a photograph, a letter. Each file belongs to one answer and can be removed.
create table response_files (
  commissioner_id uuid not null,
  response_id     uuid not null,
  question_key    text not null,
  file_id         uuid not null,
  primary key (commissioner_id, file_id),
  foreign key (commissioner_id, response_id) references responses,
  foreign key (commissioner_id, file_id) references kept_files
);
create index on response_files (commissioner_id, response_id);
select wall('response_files', 'contributions', rows_change => true);

-- How many sent one, for counts; and what staff may open, of responses that stand.
create view readable_response_files as
select f.commissioner_id, f.response_id, f.question_key, f.file_id, r.survey_id
from response_files f join counted_responses r on (r.commissioner_id, r.id) = (f.commissioner_id, f.response_id);
select publish_view('readable_response_files', nullable => 'survey_id');
