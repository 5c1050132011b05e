-- The register of incidents. It belongs to the clinic and to no chart: no column names a patient. What happened, who
-- was involved, what was done and found is one encrypted column.
create table incident (
  incident_id uuid primary key,
  organization_id uuid not null,
  kind text not null check (kind in ('FALL', 'AGGRESSION', 'ASSAULT', 'OVERDOSE_ON_SITE', 'CONTRABAND',
    'MEDICATION_ERROR', 'PRIVACY', 'DEATH')),
  severity text not null check (severity in ('NEAR_MISS', 'NO_HARM', 'MINOR_HARM', 'SERIOUS_HARM', 'DEATH')),
  occurred_at timestamptz not null,
  learnt_at timestamptz not null,
  reported_by uuid not null,
  reported_at timestamptz not null,
  duties jsonb not null,
  report_due_at timestamptz,
  review_due_on date not null,
  state text not null check (state in ('OPEN', 'REVIEWED')),
  outcome text check (outcome in ('CONFIRMED', 'NOT_CONFIRMED', 'ENTERED_IN_ERROR')),
  reviewed_by uuid,
  reviewed_at timestamptz,
  account bytea not null,
  version bigint not null,
  constraint learnt_after_it_occurred check (learnt_at >= occurred_at),
  constraint review_names_who_and_when check ((state = 'REVIEWED') = (reviewed_at is not null)
    and (state = 'REVIEWED') = (reviewed_by is not null) and (state = 'REVIEWED') = (outcome is not null))
);
create index incident_newest on incident (incident_id desc);
create index incident_report_due on incident (report_due_at) where report_due_at is not null;
call protect_organization_table('incident');

-- A notice can tell of a report that is due. Without a kind it is an alarm, or a trial when it has no case.
alter table notice add column kind text check (kind in ('ALARM', 'TRIAL', 'REPORT_DUE'));
