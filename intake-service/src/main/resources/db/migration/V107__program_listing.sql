-- What the public may know of a program. No patient's data is behind it.
create table program_listing (
  listing_id uuid primary key, organization_id uuid not null, code text not null, content jsonb not null,
  name text not null, latitude double precision not null, longitude double precision not null, postal_code text not null,
  treats text[] not null, schedules text[] not null, telehealth_states text[] not null, approaches text[] not null,
  services text[] not null, languages text[] not null, ages text[] not null, payers text[] not null,
  free_places int, stated_on date, published boolean not null, version bigint not null,
  constraint listing_code_once unique (organization_id, code),
  constraint listing_is_on_earth check (latitude between -90 and 90 and longitude between -180 and 180),
  constraint statement_has_its_day check (free_places is null or stated_on is not null));
create index listing_by_latitude on program_listing (organization_id, latitude) where published;
create index listing_by_postal_code on program_listing (organization_id, postal_code text_pattern_ops) where published;
create index listing_by_name on program_listing (organization_id, lower(name), listing_id) where published;
call protect_organization_table('program_listing');
