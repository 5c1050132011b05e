-- A code on the wall of the room, for a quarter of an hour, with which people check themselves in.
create table check_in_code (
  session_id uuid primary key references session (session_id),
  organization_id uuid not null,
  code text not null,
  expires_at timestamptz not null,
  wrong_tries int not null default 0
);
call protect_organization_table('check_in_code');
