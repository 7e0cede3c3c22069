-- Who is who, dated: bodies are renamed, merged and closed, and the record says when.
create table organisations (
  commissioner_id uuid        not null references commissioners,
  id              uuid        not null,
  kind            text        not null check (kind in ('commissioner', 'practice', 'provider', 'partner', 'council', 'voluntary')),
  opened_on       date,
  closed_on       date,
  added_at        timestamptz not null,
  primary key (commissioner_id, id)
);
select wall('organisations', 'organisations', rows_change => true);

create table organisation_names (
  commissioner_id uuid not null,
  organisation_id uuid not null,
  name            text not null check (name <> ''),
  from_on         date not null,
  primary key (commissioner_id, organisation_id, from_on),
  foreign key (commissioner_id, organisation_id) references organisations
);
select wall('organisation_names', 'organisations', rows_change => true);

create table organisation_codes (
  commissioner_id uuid not null,
  organisation_id uuid not null,
  scheme          text not null default 'ods',
  code            text not null check (code <> ''),
  from_on         date not null,
  to_on           date,
  primary key (commissioner_id, scheme, code, from_on),
  foreign key (commissioner_id, organisation_id) references organisations
);
create index on organisation_codes (commissioner_id, organisation_id);
select wall('organisation_codes', 'organisations', rows_change => true);

create table organisation_addresses (
  commissioner_id uuid not null,
  organisation_id uuid not null,
  lines           text not null,
  postcode        text not null default '',
  from_on         date not null,
  primary key (commissioner_id, organisation_id, from_on),
  foreign key (commissioner_id, organisation_id) references organisations
);
select wall('organisation_addresses', 'organisations', rows_change => true);

create view current_organisations as
select o.commissioner_id, o.id, o.kind, o.opened_on, o.closed_on, n.name, c.code, a.lines as address, a.postcode
from organisations o
join lateral (select name from organisation_names n where (n.commissioner_id, n.organisation_id) = (o.commissioner_id, o.id) order by from_on desc limit 1) n on true
left join lateral (select code from organisation_codes c where (c.commissioner_id, c.organisation_id) = (o.commissioner_id, o.id) order by from_on desc limit 1) c on true
left join lateral (select lines, postcode from organisation_addresses a where (a.commissioner_id, a.organisation_id) = (o.commissioner_id, o.id) order by from_on desc limit 1) a on true;
select publish_view('current_organisations', nullable => 'opened_on, closed_on, code, address, postcode');
