-- Who you are, how to reach you, what you agreed to. Contact details live here and nowhere else.
create table people (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  name            text,
  added_at        timestamptz not null,
  primary key (commissioner_id, id)
);
select wall('people', 'people', rows_change => true);

create table contact_points (
  commissioner_id uuid        not null,
  id              uuid        not null,
  person_id       uuid        not null,
  channel         text        not null check (channel in ('email', 'phone', 'post')),
  value           text        not null check (value <> ''),
  added_at        timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, person_id) references people
);
create index on contact_points (commissioner_id, person_id);
select wall('contact_points', 'people', rows_change => true);

create table contact_confirmations (
  commissioner_id  uuid        not null,
  contact_point_id uuid        not null,
  confirmed_at     timestamptz not null,
  primary key (commissioner_id, contact_point_id),
  foreign key (commissioner_id, contact_point_id) references contact_points
);
select wall('contact_confirmations', 'people', rows_change => true);

-- Who agreed to what, in which words, and about which response (none for news). person_id is empty where the response is anonymous.
create table consents (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  person_id       uuid,
  response_id     uuid,
  purpose         text        not null check (purpose in ('be told', 'be quoted', 'news')),
  wording         text        not null check (wording <> ''),
  agreed_at       timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, person_id) references people,
  check (person_id is not null or response_id is not null)
);
create index on consents (commissioner_id, response_id);
create index on consents (commissioner_id, person_id);
select wall('consents', 'people');

create table consent_withdrawals (
  commissioner_id uuid        not null,
  consent_id      uuid        not null,
  withdrawn_at    timestamptz not null,
  primary key (commissioner_id, consent_id),
  foreign key (commissioner_id, consent_id) references consents
);
select wall('consent_withdrawals', 'people');

create view current_consents as
select c.* from consents c
where not exists (select from consent_withdrawals w where (w.commissioner_id, w.consent_id) = (c.commissioner_id, c.id));
select publish_view('current_consents', nullable => 'person_id, response_id');

-- One-use links sent to a person; only the hash is kept.
create table person_links (
  commissioner_id  uuid        not null,
  token_hash       bytea       not null,
  contact_point_id uuid        not null,
  made_at          timestamptz not null,
  expires_at       timestamptz not null,
  primary key (commissioner_id, token_hash),
  foreign key (commissioner_id, contact_point_id) references contact_points
);
select wall('person_links', 'people', rows_change => true);

create table person_link_uses (
  commissioner_id uuid        not null,
  token_hash      bytea       not null,
  used_at         timestamptz not null,
  primary key (commissioner_id, token_hash),
  foreign key (commissioner_id, token_hash) references person_links
);
select wall('person_link_uses', 'people', rows_change => true);

create table person_sessions (
  commissioner_id uuid        not null,
  token_hash      bytea       not null,
  person_id       uuid        not null,
  started_at      timestamptz not null,
  ends_at         timestamptz not null,
  primary key (commissioner_id, token_hash),
  foreign key (commissioner_id, person_id) references people
);
create index on person_sessions (commissioner_id, person_id);
select wall('person_sessions', 'people', rows_change => true);

-- Staff: accounts and sessions belong to the installation; membership joins an account to a commissioner.
create schema accounts;
grant usage on schema accounts to goldthread_app;

create table accounts.accounts (
  id       uuid primary key,
  email    text not null unique check (email = lower(email) and email like '%_@_%'),
  added_at timestamptz not null
);
create table accounts.sign_in_links (
  token_hash bytea primary key,
  account_id uuid not null references accounts.accounts,
  made_at    timestamptz not null,
  expires_at timestamptz not null
);
create table accounts.sign_in_link_uses (
  token_hash bytea primary key references accounts.sign_in_links,
  used_at    timestamptz not null
);
create table accounts.sessions (
  token_hash bytea primary key,
  account_id uuid not null references accounts.accounts,
  started_at timestamptz not null,
  ends_at    timestamptz not null
);
create index on accounts.sessions (account_id);
create table accounts.session_endings (
  token_hash bytea primary key references accounts.sessions,
  ended_at   timestamptz not null
);
-- Each request for a link, by the hash of the address asked for and of where it came from: enough to count, not to read.
create table accounts.sign_in_attempts (
  id           uuid primary key,
  address_hash bytea not null,
  origin_hash  bytea not null,
  at           timestamptz not null
);
create index on accounts.sign_in_attempts (address_hash, at);
create index on accounts.sign_in_attempts (origin_hash, at);

-- No commissioner owns these rows, so the wall is the purpose: they show only to a transaction that says it is signing someone in.
do $$
declare walled text;
begin
  foreach walled in array array['accounts', 'sign_in_links', 'sign_in_link_uses', 'sessions', 'session_endings', 'sign_in_attempts'] loop
    execute format('comment on table accounts.%I is %L', walled, 'owner: people');
    execute format('alter table accounts.%I enable row level security', walled);
    execute format('alter table accounts.%I force row level security', walled);
    execute format('create policy signing_in on accounts.%I using ((select current_setting(''goldthread.purpose'', true)) = ''sign-in'') with check ((select current_setting(''goldthread.purpose'', true)) = ''sign-in'')', walled);
    execute format('grant select, insert, delete on accounts.%I to goldthread_app', walled);
  end loop;
end $$;

create table memberships (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  account_id      uuid        not null,
  name            text        not null check (name <> ''),
  added_at        timestamptz not null,
  primary key (commissioner_id, id),
  unique (commissioner_id, account_id)
);
select wall('memberships', 'people', rows_change => true);

create table membership_roles (
  commissioner_id uuid        not null,
  membership_id   uuid        not null,
  role            text        not null check (role in ('administrator', 'engagement lead', 'analyst', 'approver', 'auditor')),
  given_at        timestamptz not null,
  primary key (commissioner_id, membership_id, role),
  foreign key (commissioner_id, membership_id) references memberships
);
select wall('membership_roles', 'people', rows_change => true);

create table membership_endings (
  commissioner_id uuid        not null,
  membership_id   uuid        not null,
  ended_at        timestamptz not null,
  primary key (commissioner_id, membership_id),
  foreign key (commissioner_id, membership_id) references memberships
);
select wall('membership_endings', 'people', rows_change => true);

-- Names for history and for "by whom"; no address.
create view staff as
select m.commissioner_id, m.id, m.name, array(select role from membership_roles r where (r.commissioner_id, r.membership_id) = (m.commissioner_id, m.id) order by role) as roles,
  exists (select from membership_endings e where (e.commissioner_id, e.membership_id) = (m.commissioner_id, m.id)) as ended
from memberships m;
select publish_view('staff');
