-- A request for a link is answered once, by a job that knows only the hash of the address: the page that took it did the same work for everyone.
create table accounts.sign_in_answers (
  attempt_id  uuid primary key references accounts.sign_in_attempts on delete cascade,
  answered_at timestamptz not null
);
comment on table accounts.sign_in_answers is 'owner: people';
alter table accounts.sign_in_answers enable row level security;
alter table accounts.sign_in_answers force row level security;
create policy signing_in on accounts.sign_in_answers
  using ((select current_setting('goldthread.purpose', true)) = 'sign-in')
  with check ((select current_setting('goldthread.purpose', true)) = 'sign-in');
grant select, insert, delete on accounts.sign_in_answers to goldthread_app;

-- People are found by the address they give, however they write it.
create index on contact_points (commissioner_id, lower(value));
