package org.daybridge.intake.patient.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.daybridge.intake.patient.PatientSearch;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Patients' lines straight from the table; the caseload narrows every search. */
@ApplicationScoped
class PatientLines implements PatientSearch {
  private static final String COLUMNS =
      "select patient_id, family_name, given_name, birth_date, deceased_at is not null as deceased from patient ";

  private final Jdbi jdbi;

  PatientLines(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Line> byIds(Collection<UUID> ids) {
    List<Line> lines =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(COLUMNS + "where patient_id = any(:ids) order by patient_id")
                    .bind("ids", ids.toArray(UUID[]::new))
                    .map((row, _) -> line(row))
                    .list());
    lines.forEach(line -> AuditTrail.read("Patient", line.id(), line.id()));
    return lines;
  }

  @Override
  public List<Line> search(
      @Nullable String name, @Nullable LocalDate birthDate, @Nullable UUID after, int rows) {
    String pattern =
        name == null ? null : "%" + escaped(name.toLowerCase(Locale.ROOT).trim()) + "%";
    List<Line> lines =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        COLUMNS
                            + "where patient_id = any(array(select g.patient_id from access_grant g"
                            + " where g.principal_id = :me))"
                            + " and (:pattern::text is null or lower(family_name || ' ' || given_name) like :pattern)"
                            + " and (:birth::date is null or birth_date = :birth)"
                            + " and (:after::uuid is null or patient_id > :after) order by patient_id limit :rows")
                    .bind("me", Callers.current().principalId())
                    .bindByType("pattern", pattern, String.class)
                    .bindByType("birth", birthDate, LocalDate.class)
                    .bindByType("after", after, UUID.class)
                    .bind("rows", rows)
                    .map((row, _) -> line(row))
                    .list());
    lines.forEach(line -> AuditTrail.read("Patient", line.id(), line.id()));
    return lines;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getObject("patient_id", UUID.class),
        row.getString("family_name"),
        row.getString("given_name"),
        row.getObject("birth_date", LocalDate.class),
        row.getBoolean("deceased"));
  }
}
