-- Where words came from, by name: to choose what to code or to count.
create view known_sources as select commissioner_id, id, name, added_at from sources;
select publish_view('known_sources');

-- One name, one coder; but two members of staff may share a name, so a member is known by their membership.
create unique index on coders (commissioner_id, membership_id) where membership_id is not null;

-- An operator at the command line has no membership, and may take a coding away like anyone who codes.
alter table coding_removals alter column removed_by drop not null;
