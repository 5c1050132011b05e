-- Every access to patient data. The application can add rows and nothing else.
create table audit_event (
  id bigint generated always as identity primary key,
  recorded timestamptz not null default clock_timestamp(),
  organization_id uuid not null,
  request_id uuid not null,
  actor uuid not null,
  actor_kind text not null,
  actor_roles text not null,
  purpose text not null,
  patient_id uuid,
  action char(1) not null check (action in ('C', 'R', 'U', 'D', 'E')),
  outcome smallint not null,
  operation text not null,
  details text not null,
  row_hash bytea not null
);
create index audit_by_patient on audit_event (patient_id, id) where patient_id is not null;

-- Length before each part: 'ab','c' and 'a','bc' must not hash alike.
create function audit_part(part text) returns text language sql immutable as
  $$ select coalesce(length(part)::text || ':' || part, '-') $$;

-- In PL/pgSQL, which keeps its plan: an SQL function would be planned anew for each row that is written.
create function audit_hash(e audit_event) returns bytea language plpgsql stable as $$
begin
  return sha256(convert_to(
    audit_part(e.id::text) || audit_part(extract(epoch from e.recorded)::text)
    || audit_part(e.organization_id::text) || audit_part(e.request_id::text) || audit_part(e.actor::text)
    || audit_part(e.actor_kind) || audit_part(e.actor_roles) || audit_part(e.purpose)
    || audit_part(e.patient_id::text) || audit_part(e.action::text) || audit_part(e.outcome::text)
    || audit_part(e.operation) || audit_part(e.details), 'UTF8'));
end $$;

create function audit_set_hash() returns trigger language plpgsql as $$
begin
  new.recorded := clock_timestamp();
  new.row_hash := audit_hash(new);
  return new;
end $$;
create trigger audit_row_hash before insert on audit_event for each row execute function audit_set_hash();

-- Blocks seal what was written: each holds the hash of its rows and of the block before it.
create table audit_block (
  block bigint primary key,
  first_id bigint not null,
  last_id bigint not null,
  n int not null,
  previous bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null default clock_timestamp()
);

create function audit_block_hash(block bigint, first_id bigint, last_id bigint, n int, previous bytea)
  returns bytea language sql stable as $$
  select sha256(convert_to(audit_part(block::text) || audit_part(first_id::text) || audit_part(last_id::text)
      || audit_part(n::text), 'UTF8') || previous
    || coalesce((select string_agg(audit_hash(e), ''::bytea order by e.id) from audit_event e
         where e.id between audit_block_hash.first_id and audit_block_hash.last_id), ''::bytea)) $$;

-- Seals rows up to an id that was the highest when transaction "horizon" was the next to start. All that ran
-- then have ended, so none can still add a lower id. Called by one sealer at a time.
create function audit_seal(upto bigint, horizon bigint, most int) returns int language plpgsql as $$
declare
  last_block audit_block;
  lowest bigint;
  highest bigint;
  count_sealed int;
begin
  if pg_snapshot_xmin(pg_current_snapshot())::text::bigint < horizon then
    return 0;
  end if;
  select * into last_block from audit_block order by block desc limit 1;
  lowest := coalesce(last_block.last_id, 0) + 1;
  select max(id), count(*) into highest, count_sealed
    from (select id from audit_event where id between lowest and upto order by id limit most) ready;
  if count_sealed = 0 then
    return 0;
  end if;
  insert into audit_block (block, first_id, last_id, n, previous, hash)
    values (coalesce(last_block.block, 0) + 1, lowest, highest, count_sealed, coalesce(last_block.hash, ''::bytea),
      audit_block_hash(coalesce(last_block.block, 0) + 1, lowest, highest, count_sealed,
        coalesce(last_block.hash, ''::bytea)));
  return count_sealed;
end $$;

-- The first block whose rows or chain do not agree with what was sealed; null when all agree.
create function audit_first_broken_block() returns bigint language sql stable as $$
  select min(b.block) from audit_block b left join audit_block p on p.block = b.block - 1
   where b.hash <> audit_block_hash(b.block, b.first_id, b.last_id, b.n, b.previous)
      or b.previous <> coalesce(p.hash, ''::bytea)
      or b.n <> (select count(*) from audit_event e where e.id between b.first_id and b.last_id)
      or exists (select 1 from audit_event e
           where e.id between b.first_id and b.last_id and e.row_hash <> audit_hash(e)) $$;

grant insert on audit_event to ${service}_app;
grant select on audit_event to ${service}_worker;
grant select, insert on audit_block to ${service}_worker;
