package org.daybridge.outcomes.risk.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.outcomes.risk.DutyRoster;
import org.daybridge.outcomes.risk.DutyRoster.Desk;
import org.daybridge.outcomes.risk.DutyRoster.ProgramHours;
import org.daybridge.outcomes.risk.DutyRoster.Shift;
import org.daybridge.outcomes.risk.DutyRosters;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiDutyRosters implements DutyRosters {
  private static final int MOST = 200;

  private final Jdbi jdbi;

  JdbiDutyRosters(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public DutyRoster at(Instant now, LocalTime opens, LocalTime closes) {
    List<Shift> shifts =
        overlapping(now, now.plusSeconds(1), MOST).stream()
            .map(one -> new Shift(one.staff(), one.desk(), one.from(), one.to()))
            .toList();
    List<UUID> directors =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select staff_id from staff_member where active"
                            + " and 'clinical_director' = any(roles) order by staff_id")
                    .mapTo(UUID.class)
                    .list());
    return new DutyRoster(shifts, directors, new ProgramHours(opens, closes));
  }

  @Override
  public UUID add(UUID staff, Desk desk, Instant from, @Nullable Instant to) {
    UUID id = Ids.next();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into duty_shift (duty_shift_id, organization_id, staff_id, desk,"
                        + " starts_at, ends_at) values (:id, :org, :staff, :desk, :from, :to)")
                .bind("id", id)
                .bind("org", Callers.current().organizationId())
                .bind("staff", staff)
                .bind("desk", desk.name())
                .bind("from", from)
                .bindByType("to", to, Instant.class)
                .execute());
    return id;
  }

  @Override
  public void cancel(UUID shift, Instant at) {
    int cancelled =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update duty_shift set cancelled_at = :at where duty_shift_id = :id"
                            + " and cancelled_at is null")
                    .bind("at", at)
                    .bind("id", shift)
                    .execute());
    if (cancelled == 0) throw new NotVisible("DutyShift", shift);
  }

  @Override
  public List<Entry> overlapping(Instant from, Instant to, int rows) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from duty_shift where cancelled_at is null and starts_at < :to"
                        + " and (ends_at is null or ends_at > :from)"
                        + " order by starts_at, duty_shift_id limit :rows")
                .bind("from", from)
                .bind("to", to)
                .bind("rows", rows)
                .map((row, _) -> read(row))
                .list());
  }

  private static Entry read(ResultSet row) throws SQLException {
    OffsetDateTime to = row.getObject("ends_at", OffsetDateTime.class);
    return new Entry(
        row.getObject("duty_shift_id", UUID.class),
        row.getObject("staff_id", UUID.class),
        Desk.valueOf(row.getString("desk")),
        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
        to == null ? null : to.toInstant());
  }
}
