-- Decide, answer every finding, and follow the change through.
create table decisions (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  slug            text        not null check (slug ~ '^[a-z0-9][a-z0-9-]{1,79}$'),
  title           text        not null check (title <> ''),
  question        text        not null check (question <> ''),
  decided_by      text        not null check (decided_by <> ''),
  decided_on      date        not null,
  drafted_by      uuid,
  drafted_at      timestamptz not null,
  primary key (commissioner_id, id),
  unique (commissioner_id, slug)
);
select wall('decisions', 'decisions', rows_change => true);

create table decision_findings (
  commissioner_id uuid        not null,
  decision_id     uuid        not null,
  finding_id      uuid        not null,
  put_by          uuid,
  put_at          timestamptz not null,
  primary key (commissioner_id, decision_id, finding_id),
  foreign key (commissioner_id, decision_id) references decisions,
  foreign key (commissioner_id, finding_id) references findings
);
create index on decision_findings (commissioner_id, finding_id);
select wall('decision_findings', 'decisions', rows_change => true);

-- What the decision says to each finding. A later row supersedes an earlier one, until the decision is published.
create table finding_answers (
  commissioner_id uuid        not null,
  id              uuid        not null,
  decision_id     uuid        not null,
  finding_id      uuid        not null,
  outcome         text        not null check (outcome in ('accepted', 'in part', 'not accepted')),
  reason          text        not null check (reason <> ''),
  answered_by     uuid,
  answered_at     timestamptz not null,
  salt            bytea       not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, decision_id, finding_id) references decision_findings
);
create index on finding_answers (commissioner_id, decision_id, finding_id);
select wall('finding_answers', 'decisions');

create table decision_publications (
  commissioner_id uuid        not null,
  decision_id     uuid        not null,
  published_by    uuid,
  published_at    timestamptz not null,
  primary key (commissioner_id, decision_id),
  foreign key (commissioner_id, decision_id) references decisions
);
select wall('decision_publications', 'decisions');

-- What will be different because of it: a promise, followed until it is done or openly dropped.
create table changes (
  commissioner_id uuid        not null,
  id              uuid        not null,
  decision_id     uuid        not null,
  finding_id      uuid,
  title           text        not null check (title <> ''),
  owner           text        not null check (owner <> ''),
  due_on          date        not null,
  promised_by     uuid,
  promised_at     timestamptz not null,
  salt            bytea       not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, decision_id) references decisions,
  foreign key (commissioner_id, decision_id, finding_id) references decision_findings
);
create index on changes (commissioner_id, decision_id);
select wall('changes', 'decisions');

create table change_completions (
  commissioner_id uuid        not null,
  change_id       uuid        not null,
  evidence        text        not null check (evidence <> ''),
  done_on         date        not null,
  recorded_by     uuid,
  recorded_at     timestamptz not null,
  primary key (commissioner_id, change_id),
  foreign key (commissioner_id, change_id) references changes
);
select wall('change_completions', 'decisions');

create table change_drops (
  commissioner_id uuid        not null,
  change_id       uuid        not null,
  reason          text        not null check (reason <> ''),
  dropped_by      uuid,
  dropped_at      timestamptz not null,
  primary key (commissioner_id, change_id),
  foreign key (commissioner_id, change_id) references changes
);
select wall('change_drops', 'decisions');

create view current_finding_answers as
select distinct on (a.commissioner_id, a.decision_id, a.finding_id) a.commissioner_id, a.id, a.decision_id, a.finding_id, a.outcome, a.reason, a.answered_by, a.answered_at
from finding_answers a order by a.commissioner_id, a.decision_id, a.finding_id, a.answered_at desc, a.id desc;
select publish_view('current_finding_answers', nullable => 'answered_by');

create view published_decisions as
select d.commissioner_id, d.id, d.slug, d.title, d.question, d.decided_by, d.decided_on, p.published_at
from decisions d join decision_publications p on (p.commissioner_id, p.decision_id) = (d.commissioner_id, d.id);
select publish_view('published_decisions');

create view current_changes as
select c.commissioner_id, c.id, c.decision_id, c.finding_id, c.title, c.owner, c.due_on, c.promised_at,
  x.evidence, x.done_on, o.reason as dropped_because, o.dropped_at
from changes c
left join change_completions x on (x.commissioner_id, x.change_id) = (c.commissioner_id, c.id)
left join change_drops o on (o.commissioner_id, o.change_id) = (c.commissioner_id, c.id);
select publish_view('current_changes', nullable => 'finding_id, evidence, done_on, dropped_because, dropped_at');
