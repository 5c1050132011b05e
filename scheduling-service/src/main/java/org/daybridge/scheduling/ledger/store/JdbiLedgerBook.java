package org.daybridge.scheduling.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.identity.Callers;
import org.daybridge.scheduling.attendance.Attendance.Status;
import org.daybridge.scheduling.ledger.LedgerBook;
import org.daybridge.scheduling.ledger.LedgerLine;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiLedgerBook implements LedgerBook {
  private static final String ATTENDED =
      "select a.session_id, a.session_type, a.session_start, a.scheduled_minutes, a.minutes, a.status,"
          + " a.clinical, a.billable, a.needs_note, a.credited,"
          + " (select sum(d.minutes) from documented d where d.session_id = a.session_id"
          + " and d.patient_id = a.patient_id and d.retracted_at is null) as documented"
          + " from attendance a where a.patient_id = :patient"
          + " and a.session_start >= :from and a.session_start < :to";
  private static final String STILL_OPEN =
      "select s.session_id, s.type, s.planned_start,"
          + " (extract(epoch from s.planned_end - s.planned_start) / 60)::int, 0, 'EXPECTED',"
          + " coalesce((t.content ->> 'clinical')::boolean, false),"
          + " coalesce((t.content ->> 'billable')::boolean, false),"
          + " coalesce((t.content ->> 'needsNote')::boolean, true), false, null::bigint"
          + " from enrollment e join session s on s.session_id = e.session_id"
          + " left join register_entry t on t.kind = 'SESSION_TYPE' and t.code = s.type"
          + " where e.patient_id = :patient and e.state = 'BOOKED'"
          + " and s.planned_start >= :from and s.planned_start < :to"
          + " and not exists (select 1 from attendance a where a.session_id = s.session_id"
          + " and a.patient_id = e.patient_id)";

  private final Jdbi jdbi;

  JdbiLedgerBook(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<LedgerLine> lines(PatientId patient, Instant from, Instant to) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(ATTENDED + " union all " + STILL_OPEN + " order by 3")
                .bind("patient", patient)
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> line(row))
                .list());
  }

  private static LedgerLine line(ResultSet row) throws SQLException {
    Long documented = row.getObject("documented", Long.class);
    return new LedgerLine(
        new SessionId(row.getObject("session_id", UUID.class)),
        row.getString("session_type"),
        row.getObject("session_start", OffsetDateTime.class).toInstant(),
        row.getInt("scheduled_minutes"),
        row.getInt("minutes"),
        Status.valueOf(row.getString("status")),
        row.getBoolean("clinical"),
        row.getBoolean("billable"),
        row.getBoolean("needs_note"),
        Optional.ofNullable(documented).map(Long::intValue),
        row.getBoolean("credited"));
  }

  @Override
  public int prescribed(PatientId patient, Instant at) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select minutes_per_week from prescription where patient_id = :patient"
                        + " and active_from < :at order by active_from desc limit 1")
                .bind("patient", patient)
                .bind("at", at)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
  }

  @Override
  public void documented(Note note) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into documented (note_id, organization_id, patient_id, labels, session_id,"
                        + " minutes, signed_at) values (:note, :org, :patient, :labels, :session,"
                        + " :minutes, :signed) on conflict (note_id) do nothing")
                .bind("note", note.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", note.patient())
                .bind("labels", note.labels())
                .bind("session", note.session())
                .bind("minutes", note.minutes())
                .bind("signed", note.signedAt())
                .execute());
  }

  @Override
  public void retracted(UUID note, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("update documented set retracted_at = :at where note_id = :note")
                .bind("note", note)
                .bind("at", at)
                .execute());
  }

  @Override
  public void prescribe(Prescription prescription) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into prescription (plan_id, plan_version, organization_id, patient_id, labels,"
                        + " episode_id, minutes_per_week, active_from) values (:plan, :version, :org,"
                        + " :patient, :labels, :episode, :minutes, :from)"
                        + " on conflict (plan_id, plan_version) do nothing")
                .bind("plan", prescription.plan())
                .bind("version", prescription.version())
                .bind("org", Callers.current().organizationId())
                .bind("patient", prescription.patient())
                .bind("labels", prescription.labels())
                .bind("episode", prescription.episode())
                .bind("minutes", prescription.minutesPerWeek())
                .bind("from", prescription.from())
                .execute());
  }
}
