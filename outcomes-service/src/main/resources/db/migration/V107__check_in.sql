-- A daily check-in. Other answers of the same local day are a further revision; nothing is overwritten.
create table check_in (
  check_in_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  episode_id uuid not null references episode,
  day date not null,
  revision int not null check (revision > 0),
  form_version text not null,
  mode text not null check (mode in ('SELF', 'KIOSK', 'STAFF')),
  answers jsonb not null,
  alerts jsonb not null,
  risk_unknown boolean not null,
  craving numeric,
  used boolean,
  answered_at timestamptz not null,
  received_at timestamptz not null,
  author_id uuid not null,
  constraint check_ins_of_a_day_are_counted unique (episode_id, day, revision)
);
create index check_in_by_patient on check_in (patient_id, check_in_id desc);
create index check_in_by_day on check_in (patient_id, day desc, revision desc);
call protect_patient_table('check_in');
