-- Jobs of one key also run one after another: a second hand on a message that is being sent would take it for one left in flight by a crash.
create or replace function add_job(job text, payload jsonb, run_at timestamptz default null, job_key text default null) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if bound_commissioner() is null then
    raise exception 'A job needs a commissioner';
  end if;
  perform graphile_worker.add_job(
    job, (payload || jsonb_build_object('commissioner', bound_commissioner()))::json,
    queue_name := job_key, run_at := run_at, job_key := job_key, max_attempts := 12);
end $$;
