-- Who waits for a place on a track. Whoever is admitted or declined waits no longer: that is the referral's word.
create table waitlist_entry (
  entry_id uuid primary key, organization_id uuid not null, patient_id uuid not null, labels int not null,
  referral_id uuid not null references referral, track_id uuid not null, pregnant boolean not null, injects boolean not null,
  rank int not null, since timestamptz not null, interim_services text[], interim_services_at timestamptz,
  offered_until timestamptz, accepted_at timestamptz, offers_declined int not null default 0,
  removed_at timestamptz, removal_reason text, entered_by uuid not null, version bigint not null,
  constraint interim_services_have_a_time check ((interim_services is null) = (interim_services_at is null)),
  constraint a_removal_has_its_reason check ((removed_at is null) = (removal_reason is null)));
create unique index waits_once on waitlist_entry (referral_id) where removed_at is null;
create index waitlist_in_order on waitlist_entry (track_id, rank, since, entry_id) where removed_at is null;
call protect_patient_table('waitlist_entry');
