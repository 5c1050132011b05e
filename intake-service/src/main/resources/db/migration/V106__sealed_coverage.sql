-- What is said of a coverage can hold a policy number: it is kept encrypted, the other items are searched and stay
-- in the clear. Rows from before stay readable as they are.
alter table reported_item alter column description drop not null;
alter table reported_item add column sealed bytea;
alter table reported_item add constraint item_says_something check (num_nonnulls(description, sealed) = 1);
alter table reported_item add constraint coverage_is_sealed check (kind <> 'COVERAGE' or sealed is not null) not valid;
