package org.daybridge.scheduling.obligation.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Callers;
import org.daybridge.scheduling.obligation.Obligation;
import org.daybridge.scheduling.obligation.Obligations;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiObligations implements Obligations {
  private final Jdbi jdbi;

  JdbiObligations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Obligation> of(PatientId patient) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from obligation where patient_id = :patient and ended_at is null"
                        + " order by weekday, from_time, obligation_id")
                .bind("patient", patient)
                .map((row, _) -> obligation(row))
                .list());
  }

  @Override
  public Map<PatientId, List<Obligation>> ofAll(Collection<PatientId> patients) {
    Map<PatientId, List<Obligation>> found = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "select * from obligation where patient_id = any(:patients) and ended_at is null"
                        + " order by weekday, from_time, obligation_id")
                .bind("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .map(
                    (row, _) ->
                        Map.entry(
                            new PatientId(row.getObject("patient_id", UUID.class)),
                            obligation(row)))
                .forEach(
                    one ->
                        found
                            .computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                            .add(one.getValue())));
    return found;
  }

  private static Obligation obligation(ResultSet row) throws SQLException {
    return new Obligation(
        Obligation.Kind.valueOf(row.getString("kind")),
        row.getBoolean("hard"),
        DayOfWeek.of(row.getInt("weekday")),
        row.getObject("from_time", LocalTime.class),
        row.getObject("to_time", LocalTime.class),
        row.getObject("valid_from", LocalDate.class),
        Optional.ofNullable(row.getObject("valid_to", LocalDate.class)));
  }

  @Override
  public void replace(PatientId patient, int labels, List<Obligation> obligations, Instant now) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate(
                  "update obligation set ended_at = :now"
                      + " where patient_id = :patient and ended_at is null")
              .bind("patient", patient)
              .bind("now", now)
              .execute();
          obligations.forEach(one -> insert(handle, patient, labels, one));
        });
  }

  private static void insert(Handle handle, PatientId patient, int labels, Obligation one) {
    handle
        .createUpdate(
            "insert into obligation (obligation_id, organization_id, patient_id, labels, kind,"
                + " hard, weekday, from_time, to_time, valid_from, valid_to) values (:id, :org,"
                + " :patient, :labels, :kind, :hard, :weekday, :from, :to, :validFrom, :validTo)")
        .bind("id", Ids.next())
        .bind("org", Callers.current().organizationId())
        .bind("patient", patient)
        .bind("labels", labels)
        .bind("kind", one.kind().name())
        .bind("hard", one.hard())
        .bind("weekday", one.day().getValue())
        .bind("from", one.from())
        .bind("to", one.to())
        .bind("validFrom", one.validFrom())
        .bindByType("validTo", one.validTo().orElse(null), LocalDate.class)
        .execute();
  }
}
