-- Why a payer denied days speaks of the patient's condition: it is kept encrypted. Rows from before stay readable.
alter table review_call add column sealed_denial bytea;
alter table review_call add constraint denial_is_sealed check (denial_reason is null) not valid;
alter table review_call add column urgent boolean not null default false;
alter table review_call add column decision_due_at timestamptz;
alter table appeal add column appeal_by date;
