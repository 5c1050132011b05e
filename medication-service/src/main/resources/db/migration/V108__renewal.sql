-- Why a supply was written before the last one was used up.
alter table order_version add column early_reason text
  check (early_reason in ('LOST', 'STOLEN', 'DESTROYED', 'TRAVEL', 'PHARMACY_SHORTAGE'));
