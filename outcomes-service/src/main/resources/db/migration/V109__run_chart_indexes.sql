-- The program by week counts what lies in a span of time, whoever it was.
create index attendance_by_time on attendance (started_at);
create index assignment_by_due_day on assignment (due_on) where state in ('DONE', 'MISSED');
