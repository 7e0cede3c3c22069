-- The walls between commissioners, and the one table of events.

do $$ begin
  begin
    if not exists (select from pg_roles where rolname = 'goldthread_app') then
      create role goldthread_app nologin nosuperuser nocreatedb nocreaterole nobypassrls;
    end if;
  exception when duplicate_object or unique_violation then
    -- Another database of the same server made the role in the same moment: roles belong to the server.
    null;
  end;
  begin
    -- Whoever migrates may become the application; on PostgreSQL 16 and later having made it is not enough.
    execute format('grant goldthread_app to %I', current_user);
  exception when insufficient_privilege or unique_violation then
    -- Somebody with more rights made the role, and may have granted it.
    null;
  end;
  -- Where nobody did, we stop here, before there are tables.
  set local role goldthread_app;
  reset role;
end $$;

grant usage on schema public to goldthread_app;

-- The commissioner this transaction works for; null when none is bound, and then no row of any tenant shows.
create function bound_commissioner() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('goldthread.commissioner', true), '')::uuid;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: its rows are never changed or removed', tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- Put a tenant's table behind its wall and say which capability owns it.
-- append_only: the database itself refuses update, delete and truncate, whoever asks.
-- rows_change: most tables only gain rows (a state is a row); those that may be corrected or removed say so.
create function wall(walled regclass, owner text, append_only boolean default false, rows_change boolean default false) returns void
  language plpgsql as $$
begin
  execute format('comment on table %s is %L', walled, 'owner: ' || owner);
  execute format('alter table %s enable row level security', walled);
  execute format('alter table %s force row level security', walled);
  execute format('create policy commissioner on %s using (commissioner_id = (select bound_commissioner())) with check (commissioner_id = (select bound_commissioner()))', walled);
  execute format('grant select, insert on %s to goldthread_app', walled);
  if rows_change then
    execute format('grant update, delete on %s to goldthread_app', walled);
  end if;
  if append_only then
    execute format('create trigger append_only before update or delete on %s for each row execute function refuse_change()', walled);
    execute format('create trigger never_emptied before truncate on %s for each statement execute function refuse_change()', walled);
  end if;
end $$;

-- A view shows through the eyes of whoever asks, never of its owner. nullable names the columns that may be empty, for the types drawn from it.
create function publish_view(published regclass, nullable text default '') returns void language plpgsql as $$
begin
  execute format('comment on view %s is %L', published, 'nullable: ' || nullable);
  execute format('alter view %s set (security_invoker = true)', published);
  execute format('grant select on %s to goldthread_app', published);
end $$;

create table commissioners (
  id       uuid primary key,
  slug     text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,39}$'),
  name     text not null check (name <> ''),
  added_at timestamptz not null
);
comment on table commissioners is 'owner: platform';
alter table commissioners enable row level security;
alter table commissioners force row level security;
create policy commissioner on commissioners using (id = (select bound_commissioner())) with check (id = (select bound_commissioner()));
grant select, insert, update on commissioners to goldthread_app;

-- The list of commissioners is public and is needed before one is bound: the one reviewed way round the wall.
create policy owner_lists on commissioners for select to current_user using (true);
create function list_commissioners() returns table (id uuid, slug text, name text)
  language sql stable security definer set search_path = public, pg_temp
  as 'select id, slug, name from commissioners order by name';

create table events (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  at              timestamptz not null,
  name            text        not null check (name ~ '^[a-z-]+\.[a-z-]+$'),
  actor_kind      text        not null check (actor_kind in ('staff', 'person', 'public', 'operator', 'system')),
  actor_id        uuid,
  subject_kind    text        not null,
  subject_id      uuid        not null,
  detail          jsonb       not null default '{}',
  -- [[kind, id, SHA-256 of salt and canonical content], …]: what rows of the spine this event made or superseded.
  digests         jsonb       not null default '[]',
  primary key (commissioner_id, id)
);
create index on events (commissioner_id, subject_id, id);
select wall('events', 'platform', append_only => true);

-- Jobs enter here and nowhere else, and every one carries its commissioner.
create function add_job(job text, payload jsonb, run_at timestamptz default null, job_key text default null) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if bound_commissioner() is null then
    raise exception 'A job needs a commissioner';
  end if;
  perform graphile_worker.add_job(
    job, (payload || jsonb_build_object('commissioner', bound_commissioner()))::json,
    run_at := run_at, job_key := job_key, max_attempts := 12);
end $$;

-- Mail: what we mean to tell someone, each try, and what came of it. Addresses stay with the person; links are made at sending.
create table messages (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  kind            text        not null,
  recipient_kind  text        not null,
  recipient_id    uuid        not null,
  subject         text        not null,
  body            text        not null,
  link_kind       text,
  link_subject_id uuid,
  queued_at       timestamptz not null,
  primary key (commissioner_id, id)
);
create index on messages (commissioner_id, recipient_id);
select wall('messages', 'platform');

create table message_attempts (
  commissioner_id uuid        not null,
  id              uuid        not null,
  message_id      uuid        not null,
  at              timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, message_id) references messages
);
create index on message_attempts (commissioner_id, message_id);
select wall('message_attempts', 'platform');

create table message_outcomes (
  commissioner_id uuid        not null,
  attempt_id      uuid        not null,
  outcome         text        not null check (outcome in ('sent', 'refused', 'failed', 'in doubt')),
  -- The server's reply code or the kind of fault; never its words, which may repeat an address.
  code            text        not null default '',
  at              timestamptz not null,
  primary key (commissioner_id, attempt_id),
  foreign key (commissioner_id, attempt_id) references message_attempts
);
select wall('message_outcomes', 'platform');

-- A person looked at a message in doubt and decided: it had arrived, or it is to be sent again.
create table message_settlements (
  commissioner_id uuid        not null,
  attempt_id      uuid        not null,
  decision        text        not null check (decision in ('arrived', 'send again')),
  settled_by      uuid        not null,
  settled_at      timestamptz not null,
  primary key (commissioner_id, attempt_id),
  foreign key (commissioner_id, attempt_id) references message_attempts
);
select wall('message_settlements', 'platform');
