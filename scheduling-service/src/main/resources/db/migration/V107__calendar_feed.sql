-- A calendar that a phone subscribes to. The token is the key to it, only its hash is kept.
create table calendar_feed (
  feed_id uuid primary key,
  organization_id uuid not null,
  owner_kind text not null check (owner_kind in ('PATIENT', 'STAFF')),
  owner_id uuid not null,
  token_hash bytea not null,
  busy_only boolean not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  constraint token_opens_one_feed unique (token_hash)
);
call protect_organization_table('calendar_feed');
