-- A change by hand names the version it was made for. A plan whose solvers are lost again and again is given up.
alter table week_plan
  add column version bigint not null default 1,
  add column lost int not null default 0 check (lost >= 0);
