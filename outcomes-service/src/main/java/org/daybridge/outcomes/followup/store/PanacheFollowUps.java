package org.daybridge.outcomes.followup.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.outcomes.followup.FollowUp;
import org.daybridge.outcomes.followup.FollowUps;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PanacheFollowUps implements FollowUps {
  private static final String KIND = "FollowUp";
  private static final TypeReference<List<FollowUp.Attempt>> ATTEMPTS = new TypeReference<>() {};

  private final ObjectMapper json;

  PanacheFollowUps(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public void add(FollowUp followUp) {
    long there =
        FollowUpRow.count(
            "episodeId = ?1 and day = ?2", followUp.episode().value(), followUp.day());
    if (there > 0) return;
    FollowUpRow row = new FollowUpRow();
    row.id = followUp.id();
    row.organizationId = Callers.current().organizationId();
    row.patientId = followUp.patient().value();
    row.labels = followUp.labels();
    row.episodeId = followUp.episode().value();
    row.day = followUp.day();
    row.dueOn = followUp.dueOn();
    take(row, followUp);
    row.persistAndFlush();
    AuditTrail.created(KIND, row.id, row.patientId);
  }

  @Override
  public FollowUp require(UUID id) {
    FollowUpRow row = FollowUpRow.findById(id);
    if (row == null) throw new NotVisible(KIND, id);
    AuditTrail.read(KIND, row.id, row.patientId);
    return read(row);
  }

  @Override
  public FollowUp save(FollowUp followUp) {
    FollowUpRow row = FollowUpRow.findById(followUp.id());
    if (row == null) throw new NotVisible(KIND, followUp.id());
    take(row, followUp);
    row.persistAndFlush();
    AuditTrail.updated(KIND, row.id, row.patientId);
    return read(row);
  }

  @Override
  public void endByReadmission(PatientId patient, Instant at) {
    FollowUpRow.update(
        "state = 'READMITTED', settledAt = ?1, version = version + 1"
            + " where patientId = ?2 and state = 'DUE'",
        at,
        patient.value());
  }

  @Override
  public List<FollowUp> of(PatientId patient, int rows, @Nullable UUID after) {
    List<FollowUp> found =
        FollowUpRow.<FollowUpRow>find(
                "patientId = ?1 and (?2 is null or id > ?2) order by id", patient.value(), after)
            .page(0, rows)
            .stream()
            .map(this::read)
            .toList();
    found.forEach(one -> AuditTrail.read(KIND, one.id(), one.patient().value()));
    return found;
  }

  private void take(FollowUpRow row, FollowUp followUp) {
    row.state = followUp.state().name();
    row.settledAt = followUp.settledAt();
    try {
      row.attempts = json.writeValueAsString(followUp.attempts());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Attempts can't be written as JSON", e);
    }
  }

  private FollowUp read(FollowUpRow row) {
    try {
      return new FollowUp(
          row.id,
          new PatientId(row.patientId),
          new EpisodeId(row.episodeId),
          row.labels,
          row.day,
          row.dueOn,
          FollowUp.State.valueOf(row.state),
          json.readValue(row.attempts, ATTEMPTS),
          row.settledAt,
          row.version);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Follow-up " + row.id + " does not read", e);
    }
  }
}
