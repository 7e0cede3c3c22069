-- What the answers would be if those who answered were as those who live here. What is kept is how to weight; the weights are computed
-- anew from the answers there are.
create table weightings (
  commissioner_id uuid             not null,
  id              uuid             not null,
  survey_id       uuid             not null,
  title           text             not null check (title <> ''),
  -- [{"dimension", "baselineId", "bins": [{"label", "choices", "groups"}]}], as they stood when it was made.
  margins         jsonb            not null,
  -- The largest weight allowed, as a multiple of the mean; null: no limit.
  trim            double precision check (trim > 1),
  -- Whether those who did not say keep the weight 1 or are left out.
  unsaid          text             not null check (unsaid in ('weight one', 'left out')),
  made_by         uuid,
  made_at         timestamptz      not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, survey_id) references surveys
);
create index on weightings (commissioner_id, survey_id);
select wall('weightings', 'weightings');
create table weighting_removals (
  commissioner_id uuid        not null,
  weighting_id    uuid        not null,
  reason          text        not null check (reason <> ''),
  removed_by      uuid,
  removed_at      timestamptz not null,
  primary key (commissioner_id, weighting_id),
  foreign key (commissioner_id, weighting_id) references weightings
);
select wall('weighting_removals', 'weightings');
