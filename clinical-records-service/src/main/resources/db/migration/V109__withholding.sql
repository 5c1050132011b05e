-- Patients, their proxies and outside systems see signed notes only, and none that is withheld now.

create table note_withholding (
  withholding_id uuid primary key,
  note_id uuid not null references note,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  reason text not null,
  withheld_by uuid not null,
  withheld_at timestamptz not null,
  ends_at timestamptz not null,
  lifted_at timestamptz,
  constraint withholding_ends check (ends_at > withheld_at)
);
create unique index one_withholding_at_a_time on note_withholding (note_id) where lifted_at is null;
create index note_withholding_by_patient on note_withholding (patient_id, ends_at);
call protect_patient_table('note_withholding');

create policy signed_and_not_withheld on note as restrictive for select using (
  (select current_setting('daybridge.kind', true)) in ('STAFF', 'SERVICE')
  or (state = 'Signed' and not exists (
    select 1 from note_withholding w
     where w.note_id = note.note_id and w.lifted_at is null
       and w.ends_at > (select nullif(current_setting('daybridge.now', true), '')::timestamptz))));
