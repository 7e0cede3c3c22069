-- What a round was drawn from, and how many comments there were to draw; each text counts once, however many people sent it.
alter table rounds add column drawn_from text not null default 'any' check (drawn_from in ('any', 'uncoded'));
alter table rounds add column eligible integer not null default 0;

-- What each coder had decided when the round was closed, kept as it was: settling changes the codings, and not what was measured.
create table round_answers (
  commissioner_id uuid    not null,
  round_id        uuid    not null,
  contribution_id uuid    not null,
  membership_id   uuid    not null,
  theme_ids       uuid[]  not null,
  -- Where in the words, in code points, where a part of them was coded: [{"theme", "start", "end"}].
  spans           jsonb   not null,
  sentiment       integer check (sentiment between 1 and 5),
  primary key (commissioner_id, round_id, contribution_id, membership_id),
  foreign key (commissioner_id, round_id, contribution_id) references round_comments,
  foreign key (commissioner_id, round_id, membership_id) references round_coders
);
select wall('round_answers', 'agreements');

-- What a third person made of a comment on which coders differed. The latest counts.
create table settlements (
  commissioner_id uuid        not null,
  id              uuid        not null,
  round_id        uuid        not null,
  contribution_id uuid        not null,
  theme_ids       uuid[]      not null,
  -- Why one of the coders settled it, where there was nobody else.
  reason          text,
  settled_by      uuid,
  settled_at      timestamptz not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, round_id, contribution_id) references round_comments
);
create index on settlements (commissioner_id, round_id, contribution_id, id);
select wall('settlements', 'agreements');
