-- Licenses of the staff as the register tells them: type, state and last day, divided by a bar.
create table prescriber_authority (
  staff_id uuid primary key,
  organization_id uuid not null,
  active boolean not null,
  licenses text[] not null
);
call protect_organization_table('prescriber_authority');
