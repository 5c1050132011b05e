package org.daybridge.intake.levelofcare.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.DecisionId;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.intake.levelofcare.Placement;
import org.daybridge.intake.levelofcare.Placements;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Decisions on level of care in the database. */
@ApplicationScoped
class PlacementTable implements Placements {
  private static final TypeReference<Map<Placement.Dimension, LevelOfCare>> RATINGS =
      new TypeReference<>() {};

  private final Jdbi jdbi;
  private final ObjectMapper json;

  PlacementTable(Jdbi jdbi, ObjectMapper json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  @Override
  public void add(Placement placement) {
    Caller caller = Callers.current();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into level_of_care_decision (decision_id, organization_id, patient_id, labels, referral_id,"
                        + " instrument, ratings, composite, recommended, chosen, override_reason, why_not_lower,"
                        + " why_not_higher, decided_by, decided_at, rule_pack) values (:id, :org, :patient, :labels,"
                        + " :referral, :instrument, :ratings::jsonb, :composite, :recommended, :chosen, :override,"
                        + " :lower, :higher, :by, :at, :pack)")
                .bind("id", placement.id())
                .bind("org", caller.organizationId())
                .bind("patient", placement.patient())
                .bind("labels", placement.labels())
                .bind("referral", placement.referral())
                .bind("instrument", placement.measured().instrument().name())
                .bindByType("ratings", ratings(placement.measured()), String.class)
                .bindByType("composite", composite(placement.measured()), Integer.class)
                .bind("recommended", placement.recommended().name())
                .bind("chosen", placement.chosen().name())
                .bindByType("override", placement.overrideReason(), String.class)
                .bind("lower", placement.whyNotLower())
                .bind("higher", placement.whyNotHigher())
                .bind("by", caller.principalId())
                .bind("at", placement.decidedAt())
                .bind("pack", placement.rulePack())
                .execute());
    AuditTrail.created("LevelOfCareDecision", placement.id().value(), placement.patient().value());
  }

  @Override
  public Optional<LevelOfCare> chosen(ReferralId referral) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select chosen from level_of_care_decision where referral_id = :referral order by decision_id desc limit 1")
                .bind("referral", referral)
                .map((row, _) -> LevelOfCare.valueOf(row.getString("chosen")))
                .findOne());
  }

  @Override
  public List<Placement> of(ReferralId referral) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from level_of_care_decision where referral_id = :referral order by decision_id desc limit 100")
                .bind("referral", referral)
                .map((row, _) -> placement(row))
                .list());
  }

  private Placement placement(ResultSet row) throws SQLException {
    UUID id = row.getObject("decision_id", UUID.class);
    UUID patient = row.getObject("patient_id", UUID.class);
    AuditTrail.read("LevelOfCareDecision", id, patient);
    return new Placement(
        new DecisionId(id),
        new PatientId(patient),
        new ReferralId(row.getObject("referral_id", UUID.class)),
        measured(row.getString("ratings"), row.getInt("composite")),
        LevelOfCare.valueOf(row.getString("recommended")),
        LevelOfCare.valueOf(row.getString("chosen")),
        row.getString("override_reason"),
        row.getString("why_not_lower"),
        row.getString("why_not_higher"),
        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
        row.getString("rule_pack"),
        row.getInt("labels"));
  }

  private Placement.Measured measured(@Nullable String ratings, int composite) {
    try {
      return ratings == null
          ? new Placement.Measured.Locus(composite)
          : new Placement.Measured.Asam4(json.readValue(ratings, RATINGS));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored ratings can't be read", e);
    }
  }

  private @Nullable String ratings(Placement.Measured measured) {
    if (!(measured instanceof Placement.Measured.Asam4(var minimums))) {
      return null;
    }
    try {
      return json.writeValueAsString(minimums);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Ratings can't be written", e);
    }
  }

  private static @Nullable Integer composite(Placement.Measured measured) {
    return measured instanceof Placement.Measured.Locus(var composite) ? composite : null;
  }
}
