-- Who is admitted, as intake tells it; who has a seat in which session.
create table episode (
  episode_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  track_code text not null,
  level_of_care text not null,
  site_id uuid not null,
  zone text not null,
  birth_date date not null,
  primary_clinician uuid not null,
  admitted_at timestamptz not null,
  discharged_at timestamptz
);
create index episode_by_patient on episode (patient_id, admitted_at);
create index episode_by_track on episode (organization_id, track_code) where discharged_at is null;
call protect_patient_table('episode');

create table enrollment (
  enrollment_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  episode_id uuid references episode (episode_id),
  session_id uuid not null references session (session_id),
  during tstzrange not null,
  state text not null check (state in ('BOOKED', 'WAITING', 'OFFERED', 'CANCELLED')),
  offer_until timestamptz,
  reason text,
  minor boolean not null,
  priority int not null default 0,
  makes_up_for uuid,
  created_at timestamptz not null,
  cancelled_at timestamptz,
  constraint patient_double_booked exclude using gist (patient_id with =, during with &&) where (state = 'BOOKED')
);
create unique index enrolled_once on enrollment (session_id, patient_id) where state <> 'CANCELLED';
create unique index made_up_once on enrollment (makes_up_for) where state <> 'CANCELLED' and makes_up_for is not null;
create index enrollment_by_patient on enrollment (patient_id, session_id);
create index enrollment_waiting on enrollment (session_id, priority, created_at) where state = 'WAITING';
call protect_patient_table('enrollment');

-- Two patients who must not meet; kept in both directions, told to nobody.
create table no_contact (
  patient_id uuid not null,
  other_patient_id uuid not null,
  organization_id uuid not null,
  labels int not null default 0,
  primary key (patient_id, other_patient_id),
  constraint two_different_patients check (patient_id <> other_patient_id)
);
call protect_patient_table('no_contact');
