-- What the clinic is made of, entered by its own codes: sites, rooms, staff, types of session.
create extension if not exists btree_gist;

create table register_entry (
  entry_id uuid primary key,
  organization_id uuid not null,
  kind text not null check (kind in ('SITE', 'ROOM', 'STAFF', 'SESSION_TYPE')),
  code text not null,
  content jsonb not null,
  version bigint not null,
  constraint registered_once unique (organization_id, kind, code)
);
call protect_organization_table('register_entry');
