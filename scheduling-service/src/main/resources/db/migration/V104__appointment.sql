-- Who gave the seat, so that an appointment can say where it comes from.
alter table enrollment add column booked_by uuid;
create index enrollment_by_time on enrollment (patient_id, created_at);
