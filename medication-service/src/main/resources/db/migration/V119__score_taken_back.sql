-- A correction can leave no total: it is kept, so that what it corrected is not told any more.
alter table outcome_score alter column total drop not null;
create index outcome_score_newest on outcome_score (patient_id, instrument, instrument_version, answered_at desc, measure_id desc);
