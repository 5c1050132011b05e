package org.daybridge.medication.patient.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.patient.SafetyProfile;
import org.daybridge.medication.patient.SafetyProfiles;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiSafetyProfiles implements SafetyProfiles {
  private final Jdbi jdbi;

  JdbiSafetyProfiles(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<SafetyProfile> find(PatientId patient) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select * from safety_profile where patient_id = :patient")
                    .bind("patient", patient)
                    .map((row, _) -> read(row, patient))
                    .findOne());
    AuditTrail.read("SafetyProfile", patient.value(), patient.value());
    return found;
  }

  @Override
  public SafetyProfile save(SafetyProfile p, int labels) {
    int written =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into safety_profile (patient_id, organization_id, labels, version, pregnant,"
                            + " trimester, contraception, weight_kg, creatinine_clearance, egfr, conditions,"
                            + " last_opioid_use, last_opioid, last_alcohol, recorded_by, recorded_at) values"
                            + " (:patient, :organization, :labels, :version, :pregnant, :trimester,"
                            + " :contraception, :weight, :clearance, :egfr, :conditions, :opioidUse, :opioid,"
                            + " :alcohol, :by, :at) on conflict (patient_id) do update set"
                            + " labels = excluded.labels, version = excluded.version,"
                            + " pregnant = excluded.pregnant, trimester = excluded.trimester,"
                            + " contraception = excluded.contraception, weight_kg = excluded.weight_kg,"
                            + " creatinine_clearance = excluded.creatinine_clearance, egfr = excluded.egfr,"
                            + " conditions = excluded.conditions, last_opioid_use = excluded.last_opioid_use,"
                            + " last_opioid = excluded.last_opioid, last_alcohol = excluded.last_alcohol,"
                            + " recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at"
                            + " where safety_profile.version = excluded.version - 1")
                    .bind("patient", p.patientId())
                    .bind("organization", Callers.current().organizationId())
                    .bind("labels", labels)
                    .bind("version", p.version())
                    .bindByType("pregnant", p.pregnant(), Boolean.class)
                    .bindByType("trimester", p.trimester(), Integer.class)
                    .bindByType("contraception", p.contraception(), Boolean.class)
                    .bindByType("weight", p.weightKg(), Double.class)
                    .bindByType("clearance", p.creatinineClearance(), Double.class)
                    .bindByType("egfr", p.egfr(), Double.class)
                    .bindArray("conditions", String.class, p.conditions().toArray())
                    .bindByType("opioidUse", p.lastOpioidUse(), LocalDate.class)
                    .bindByType("opioid", p.lastOpioid(), String.class)
                    .bindByType("alcohol", p.lastAlcohol(), Instant.class)
                    .bind("by", p.recordedBy())
                    .bind("at", p.recordedAt())
                    .execute());
    if (written == 0) {
      throw RuleRefused.state("changed-meanwhile", "The profile was changed meanwhile.");
    }
    AuditTrail.updated("SafetyProfile", p.patientId().value(), p.patientId().value());
    return p;
  }

  private static SafetyProfile read(ResultSet row, PatientId patient) throws SQLException {
    var alcohol = row.getObject("last_alcohol", OffsetDateTime.class);
    return new SafetyProfile(
        patient,
        row.getInt("version"),
        row.getObject("pregnant", Boolean.class),
        row.getObject("trimester", Integer.class),
        row.getObject("contraception", Boolean.class),
        number(row.getBigDecimal("weight_kg")),
        number(row.getBigDecimal("creatinine_clearance")),
        number(row.getBigDecimal("egfr")),
        List.of((String[]) row.getArray("conditions").getArray()),
        row.getObject("last_opioid_use", LocalDate.class),
        row.getString("last_opioid"),
        alcohol == null ? null : alcohol.toInstant(),
        row.getObject("recorded_by", UUID.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Double number(@Nullable BigDecimal value) {
    return value == null ? null : value.doubleValue();
  }
}
