-- Work, school, family and time of one's own, as the patient enters it.
create table obligation (
  obligation_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  kind text not null check (kind in ('WORK', 'SCHOOL', 'FAMILY', 'SELF_CARE', 'OTHER')),
  hard boolean not null,
  weekday int not null check (weekday between 1 and 7),
  from_time time not null,
  to_time time not null,
  valid_from date not null,
  valid_to date,
  ended_at timestamptz,
  constraint obligation_ends_after_it_begins check (to_time > from_time)
);
create index obligation_by_patient on obligation (patient_id) where ended_at is null;
call protect_patient_table('obligation');
