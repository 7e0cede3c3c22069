-- An operator has no membership, and may withdraw and publish like anyone in the role.
alter table finding_withdrawals alter column withdrawn_by drop not null;
alter table result_publications alter column published_by drop not null;

-- A finding that was put to a draft decision and taken off it again, before the decision was published. What was answered stays.
create table decision_finding_removals (
  commissioner_id uuid        not null,
  decision_id     uuid        not null,
  finding_id      uuid        not null,
  reason          text        not null check (reason <> ''),
  removed_by      uuid,
  removed_at      timestamptz not null,
  primary key (commissioner_id, decision_id, finding_id),
  foreign key (commissioner_id, decision_id, finding_id) references decision_findings
);
select wall('decision_finding_removals', 'decisions');

-- The findings a decision must answer.
create view put_findings as
select f.commissioner_id, f.decision_id, f.finding_id, f.put_at
from decision_findings f
where not exists (select from decision_finding_removals x
  where (x.commissioner_id, x.decision_id, x.finding_id) = (f.commissioner_id, f.decision_id, f.finding_id));
select publish_view('put_findings');

create or replace view current_finding_answers as
select distinct on (a.commissioner_id, a.decision_id, a.finding_id) a.commissioner_id, a.id, a.decision_id, a.finding_id, a.outcome, a.reason, a.answered_by, a.answered_at
from finding_answers a
join put_findings p on (p.commissioner_id, p.decision_id, p.finding_id) = (a.commissioner_id, a.decision_id, a.finding_id)
order by a.commissioner_id, a.decision_id, a.finding_id, a.answered_at desc, a.id desc;
select publish_view('current_finding_answers', nullable => 'answered_by');
