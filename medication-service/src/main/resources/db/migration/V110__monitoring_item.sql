-- The tests that a treatment asks for now, and for which day others were told that one is due or overdue.
create table monitoring_item (
  patient_id uuid not null,
  drug text not null,
  rule_id text not null,
  test text not null,
  organization_id uuid not null,
  labels int not null default 3,
  due_on date not null,
  wanted boolean not null,
  due_told_for date,
  overdue_told_for date,
  primary key (patient_id, drug, rule_id, test)
);
create index monitoring_item_by_day on monitoring_item (due_on) where wanted;
call protect_patient_table('monitoring_item');
