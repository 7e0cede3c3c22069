-- A published consultation and the questions to answer, found by everyone who answers. A function keeps its plan for the
-- life of a connection; planned anew each time, this join costs more than running it. It sees what its caller may see.
create function consultation_to_answer(wanted_slug text, wanted_version uuid) returns table (
  id uuid, slug text, title text, summary text, can_change text, cannot_change text, decides text, places text[],
  opens_on date, closes_on date, survey_id uuid, published_at timestamptz, published_by uuid, reason text, closed_at timestamptz, closed_by uuid,
  version_id uuid, number integer, promise text, questions jsonb, survey_title text)
language plpgsql stable as $$
#variable_conflict use_column
begin
  return query
    select c.id, c.slug, c.title, c.summary, c.can_change, c.cannot_change, c.decides, c.places,
      c.opens_on, c.closes_on, c.survey_id, p.published_at, p.published_by, k.reason, k.closed_at, k.closed_by,
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
