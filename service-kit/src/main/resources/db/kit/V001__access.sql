-- Who may see whom, and the policies that hold it. ${service} is the name of the service's database roles.

create table access_grant (
  grant_id uuid primary key,
  organization_id uuid not null,
  principal_id uuid not null,
  patient_id uuid not null,
  kind text not null,
  purpose text not null,
  allowed_labels int not null,
  can_write boolean not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  constraint grant_ends_after_it_begins check (valid_to is null or valid_to >= valid_from)
);
create index access_grant_by_principal on access_grant (principal_id, patient_id)
  include (purpose, allowed_labels, can_write, valid_from, valid_to);
create index access_grant_by_patient on access_grant (patient_id);

create table account (
  account_id uuid primary key,
  organization_id uuid not null,
  subject text not null,
  principal_id uuid not null,
  kind text not null check (kind in ('STAFF', 'PATIENT', 'PROXY')),
  roles text[] not null,
  active boolean not null,
  constraint subject_has_one_account unique (subject)
);

grant usage on schema public to ${service}_app, ${service}_worker;
grant select, insert, update on access_grant to ${service}_app;
grant select, insert, update on account to ${service}_app;

alter table access_grant enable row level security;
alter table access_grant force row level security;
create policy own_organization on access_grant using (
  organization_id = (select nullif(current_setting('daybridge.organization', true), '')::uuid));

-- Rows that belong to a patient: seen through a grant of this purpose, in force now, whose labels cover the row's.
create procedure protect_patient_table(guarded regclass) language plpgsql as $$
declare
  visible text := $p$
    organization_id = (select nullif(current_setting('daybridge.organization', true), '')::uuid)
    and ((select current_setting('daybridge.kind', true)) = 'SERVICE' %2$s
      or exists (
        select 1 from access_grant g
         where g.principal_id = (select nullif(current_setting('daybridge.principal', true), '')::uuid)
           and g.patient_id = %1$s.patient_id
           and g.purpose = (select current_setting('daybridge.purpose', true))
           and g.valid_from <= (select nullif(current_setting('daybridge.now', true), '')::timestamptz)
           and (g.valid_to is null
             or g.valid_to > (select nullif(current_setting('daybridge.now', true), '')::timestamptz))
           and %1$s.labels & ~g.allowed_labels = 0 %3$s))$p$;
  -- An integration client never receives PART2 rows until the outward consent gate exists, and never the notes
  -- that are sealed to their author: labels 1, 4 and 8.
  client_reads text := $p$or ((select current_setting('daybridge.kind', true)) = 'CLIENT' and labels & 13 = 0)$p$;
  client_adds text := $p$or (select current_setting('daybridge.kind', true)) = 'CLIENT'$p$;
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy seen_by_grant on %s for select using (' || format(visible, '%1$s', client_reads, '') || ')', guarded);
  execute format('create policy added_by_grant on %s for insert with check (' || format(visible, '%1$s', client_adds, 'and g.can_write') || ')', guarded);
  execute format('create policy changed_by_grant on %s for update using (' || format(visible, '%1$s', '', 'and g.can_write') || ')', guarded);
  execute format('grant select, insert, update on %s to ${service}_app', guarded);
end $$;

-- Rows that belong to the organization and to no patient.
create procedure protect_organization_table(guarded regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format($p$create policy own_organization on %s using (
    organization_id = (select nullif(current_setting('daybridge.organization', true), '')::uuid))$p$, guarded);
  execute format('grant select, insert, update on %s to ${service}_app', guarded);
end $$;
