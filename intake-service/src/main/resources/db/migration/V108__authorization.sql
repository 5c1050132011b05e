-- What a payer authorized, and the days on which somebody was there: kept whether authorized or not.
create table care_authorization (
  authorization_id uuid primary key, organization_id uuid not null, patient_id uuid not null, labels int not null,
  episode_id uuid not null references episode, payer text not null, number text not null, billing_code text not null,
  valid_from date not null, valid_to date not null, units int not null, used int not null default 0, next_review_on date,
  entered_at timestamptz not null, entered_by uuid not null, exhausting_at timestamptz, expired_at timestamptz,
  constraint authorization_ends_after_it_begins check (valid_to >= valid_from),
  constraint authorization_number_once unique (organization_id, payer, number),
  constraint units_are_not_overdrawn check (units > 0 and used between 0 and units));
create index care_authorization_by_episode on care_authorization (episode_id, valid_from);
create index care_authorization_ending on care_authorization (organization_id, valid_to, authorization_id)
  where exhausting_at is not null and expired_at is null;
create table attended_session (
  attendance_id uuid primary key, organization_id uuid not null, patient_id uuid not null, labels int not null,
  episode_id uuid not null references episode, session_id uuid not null, day date not null, minutes int not null,
  counts boolean not null);
create index attended_session_by_episode on attended_session (episode_id, day) where counts;
create table review_call (
  review_call_id uuid primary key, organization_id uuid not null, patient_id uuid not null, labels int not null,
  episode_id uuid not null references episode, authorization_id uuid references care_authorization, kind text not null,
  reviewer text not null, reference text, called_at timestamptz not null, days_asked int not null,
  peer_to_peer boolean not null, outcome text not null, days_approved int not null, denial_reason text,
  next_review_on date, appeal_by date, recorded_at timestamptz not null, recorded_by uuid not null);
create index review_call_by_episode on review_call (episode_id, called_at desc);
create table appeal (
  appeal_id uuid primary key, organization_id uuid not null, patient_id uuid not null, labels int not null,
  review_call_id uuid not null references review_call, level int not null, filed_on date not null, reference text,
  expedited boolean not null, late boolean not null, outcome text, decided_on date,
  constraint appeal_levels_in_order unique (review_call_id, level));
call protect_patient_table('care_authorization');
call protect_patient_table('attended_session');
call protect_patient_table('review_call');
call protect_patient_table('appeal');
