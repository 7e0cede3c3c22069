-- Tell the people who said it. A notice is what one person was told, about which decision, for which response.
create table notices (
  commissioner_id  uuid        not null,
  id               uuid        not null,
  decision_id      uuid        not null,
  response_id      uuid        not null,
  person_id        uuid        not null,
  contact_point_id uuid        not null,
  message_id       uuid        not null,
  made_at          timestamptz not null,
  salt             bytea       not null,
  primary key (commissioner_id, id),
  unique (commissioner_id, decision_id, response_id),
  foreign key (commissioner_id, decision_id) references decisions,
  foreign key (commissioner_id, response_id) references responses,
  foreign key (commissioner_id, person_id) references people,
  foreign key (commissioner_id, contact_point_id) references contact_points,
  foreign key (commissioner_id, message_id) references messages
);
create index on notices (commissioner_id, response_id);
create index on notices (commissioner_id, person_id);
select wall('notices', 'replies');
