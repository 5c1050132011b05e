-- Series repeat, sessions are their single occasions. Nobody and nothing is in two places at once.
create table series (
  series_id uuid primary key,
  organization_id uuid not null,
  track_code text,
  slot_key text,
  pattern jsonb not null,
  site_id uuid not null references register_entry (entry_id),
  begins_on date not null,
  ended_on date,
  generated_to timestamptz not null,
  version bigint not null,
  constraint series_ends_after_it_begins check (ended_on is null or ended_on >= begins_on)
);
create unique index slot_key_once on series (organization_id, track_code, slot_key)
  where ended_on is null and slot_key is not null;
call protect_organization_table('series');

-- The week of a track; its slots are the series above.
create table track_template (
  template_id uuid primary key,
  organization_id uuid not null,
  track_code text not null,
  content jsonb not null,
  version bigint not null,
  constraint one_template_per_track unique (organization_id, track_code)
);
call protect_organization_table('track_template');

create table session (
  session_id uuid primary key,
  organization_id uuid not null,
  series_id uuid references series (series_id),
  occurrence timestamp,
  track_code text,
  type text not null,
  site_id uuid not null references register_entry (entry_id),
  room_id uuid references register_entry (entry_id),
  zone text not null,
  modality text not null check (modality in ('IN_PERSON', 'TELEHEALTH', 'HYBRID')),
  planned_start timestamptz not null,
  planned_end timestamptz not null,
  capacity int not null,
  taken int not null default 0,
  facilitators uuid[] not null,
  state text not null check (state in ('PLANNED', 'STARTED', 'CLOSED', 'CANCELLED')),
  actual_start timestamptz,
  actual_end timestamptz,
  run_by uuid,
  attested_at timestamptz,
  cancel_reason text,
  cancelled_at timestamptz,
  broken_rules text[] not null default '{}',
  version bigint not null,
  constraint session_ends_after_start check (planned_end > planned_start),
  constraint session_has_a_seat check (capacity > 0),
  constraint group_full check (taken between 0 and capacity),
  constraint occurrence_once unique (series_id, occurrence),
  constraint room_double_booked exclude using gist (
    room_id with =, tstzrange(planned_start, planned_end) with &&)
    where (state <> 'CANCELLED' and room_id is not null)
);
create index session_by_start on session (organization_id, planned_start);
create index session_by_track on session (organization_id, track_code, planned_start) where track_code is not null;
call protect_organization_table('session');

create table session_facilitator (
  session_id uuid not null references session (session_id),
  staff_id uuid not null,
  organization_id uuid not null,
  during tstzrange not null,
  active boolean not null,
  primary key (session_id, staff_id),
  constraint clinician_double_booked exclude using gist (staff_id with =, during with &&) where (active)
);
create index session_of_clinician on session_facilitator using gist (staff_id, during) where (active);
call protect_organization_table('session_facilitator');

-- An occasion of a series that could not be put on the calendar, with the rule that stood in the way.
create table series_gap (
  series_id uuid not null references series (series_id),
  occurrence timestamp not null,
  organization_id uuid not null,
  rule text not null,
  found_at timestamptz not null,
  primary key (series_id, occurrence)
);
call protect_organization_table('series_gap');
