-- Answers saved to be finished later, and apart from them, joined by nothing, the addresses that links were sent to.

-- Never changed but for its link: saving again makes another.
create table drafts (
  commissioner_id   uuid        not null,
  -- Says nothing of when it was made.
  id                uuid        not null,
  -- Of the secret in the link; empty until the link is made, as its message is sent.
  token_hash        bytea       check (length(token_hash) = 32),
  survey_id         uuid        not null,
  survey_version_id uuid        not null,
  page              integer     not null check (page >= 0),
  body              jsonb       not null,
  -- Where the link's button leads, with the secret left out.
  return_path       text        not null check (return_path like '/%'),
  -- To the hour.
  saved_at          timestamptz not null,
  lasts_until       date        not null,
  primary key (commissioner_id, id),
  unique (commissioner_id, token_hash),
  foreign key (commissioner_id, survey_id) references surveys,
  foreign key (commissioner_id, survey_version_id) references survey_versions
);
create index on drafts (commissioner_id, lasts_until);
select wall('drafts', 'drafts', rows_change => true);

-- The last day of each survey in which someone saved, as it was last told to us.
create table draft_closings (
  commissioner_id uuid not null,
  survey_id       uuid not null,
  closes_on       date not null,
  primary key (commissioner_id, survey_id),
  foreign key (commissioner_id, survey_id) references surveys
);
select wall('draft_closings', 'drafts', rows_change => true);

create table return_addresses (
  commissioner_id uuid not null,
  id              uuid not null,
  survey_id       uuid not null,
  email           text not null check (email <> ''),
  -- Of the same secret in another way: who holds the link can find both this row and the draft; nobody else can tell which belong together.
  key_hash        bytea check (length(key_hash) = 32),
  -- The same for links that this address asked for one out of another: only the last of them is warned of.
  series          uuid not null,
  lasts_until     date not null,
  primary key (commissioner_id, id),
  unique (commissioner_id, key_hash),
  foreign key (commissioner_id, survey_id) references surveys
);
create index on return_addresses (commissioner_id, survey_id);
select wall('return_addresses', 'drafts', rows_change => true);

-- Addresses to be told before what they saved is deleted, and of which day they were told. Gone once they saved again or sent their answers.
create table address_warnings (
  commissioner_id uuid not null,
  address_id      uuid not null,
  told_of         date,
  primary key (commissioner_id, address_id),
  foreign key (commissioner_id, address_id) references return_addresses
);
select wall('address_warnings', 'drafts', rows_change => true);

-- What is needed to make a link, from saving until its message has left: the only rows that know both sides.
create table return_links (
  commissioner_id uuid not null,
  id              uuid not null,
  draft_id        uuid not null,
  address_id      uuid not null,
  primary key (commissioner_id, id),
  foreign key (commissioner_id, draft_id) references drafts,
  foreign key (commissioner_id, address_id) references return_addresses
);
create index on return_links (commissioner_id, draft_id);
create index on return_links (commissioner_id, address_id);
select wall('return_links', 'drafts', rows_change => true);
