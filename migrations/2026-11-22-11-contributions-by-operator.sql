-- An operator at the command line has no membership: what they withheld or redacted names nobody.
alter table withholdings alter column withheld_by drop not null;
alter table withholding_lifts alter column lifted_by drop not null;
alter table redactions alter column redacted_by drop not null;
alter table redaction_lifts alter column lifted_by drop not null;
select publish_view('withheld_contributions', nullable => 'withheld_by');
