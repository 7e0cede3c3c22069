-- What happened, to be sealed, verified and shown. `moment` is the whole of `at`, to the microsecond, in one form that everybody's tools read alike.
create view recorded_events as
select commissioner_id, id, at, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment,
  name, actor_kind, actor_id, subject_kind, subject_id, detail, digests
from events;
select publish_view('recorded_events', nullable => 'actor_id');
