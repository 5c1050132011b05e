-- Of many who hand the same version over at once, one does: each attempt has its number, the next follows a rejection.
alter table prescription_transmission add column attempt int;
update prescription_transmission t set attempt = n.nth
  from (select transmission_id, row_number() over (partition by order_id, number order by transmission_id) as nth
          from prescription_transmission) n
 where n.transmission_id = t.transmission_id;
alter table prescription_transmission
  alter column attempt set not null,
  add constraint handed_over_once unique (order_id, number, attempt);
drop index prescription_transmission_by_order;
