-- What the public may answer: a version from the moment it is released, and no draft of the next one.
create view released_survey_versions as
select v.commissioner_id, v.id, v.survey_id, v.number, v.promise, v.questions, s.title, r.released_at
from survey_versions v
join survey_version_releases r on (r.commissioner_id, r.survey_version_id) = (v.commissioner_id, v.id)
join surveys s on (s.commissioner_id, s.id) = (v.commissioner_id, v.survey_id);
select publish_view('released_survey_versions');

-- A survey may be renamed, and is locked while its next version is worked out.
grant update on surveys to goldthread_app;

-- Answers lean on the version they were given to, so the database itself keeps a released one as it was.
create function refuse_change_once_released() returns trigger language plpgsql as $$
begin
  if exists (select from survey_version_releases r where (r.commissioner_id, r.survey_version_id) = (old.commissioner_id, old.id)) then
    raise exception 'a released survey version is never changed' using errcode = 'insufficient_privilege';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger never_changed_once_released before update or delete on survey_versions for each row execute function refuse_change_once_released();

-- Who decides, and the places people are asked to choose from (none: they are not asked).
alter table consultations add column decides text not null default '', add column places text[] not null default '{}';
-- An operator at the command line has no membership.
alter table consultation_closures alter column closed_by drop not null;
