-- A reason that was carried over from an earlier order with the same facts; it starts no new period.
alter table order_alert add column carried boolean not null default false;
