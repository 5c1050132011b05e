create table referral (
  referral_id uuid primary key, organization_id uuid not null, patient_id uuid not null references patient,
  labels int not null, track_id uuid not null references track, source text not null, channel text not null,
  urgency text not null, first_contact_at timestamptz not null, received_at timestamptz not null,
  received_by uuid not null, state text not null, assessment_on date, decline_reason text, declined_to text,
  decided_at timestamptz, version bigint not null,
  constraint referral_state_is_known check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'ADMITTED')));
create index referral_by_patient on referral (patient_id, referral_id desc);
create index referral_open on referral (organization_id, received_at) where state = 'OPEN';
create table reported_item (
  item_id uuid primary key, organization_id uuid not null, patient_id uuid not null references patient,
  labels int not null, referral_id uuid not null references referral, kind text not null, code_system text, code text,
  description text not null, criticality text,
  constraint reported_kind_is_known check (kind in ('MEDICATION', 'ALLERGY', 'CONDITION', 'COVERAGE')));
create index reported_item_by_patient on reported_item (patient_id, item_id);
call protect_patient_table('referral');
call protect_patient_table('reported_item');
