package org.daybridge.outcomes.risk.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.RiskCaseId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.outcomes.instrument.RiskLevel;
import org.daybridge.outcomes.risk.RiskAnswer;
import org.daybridge.outcomes.risk.RiskCase;
import org.daybridge.outcomes.risk.RiskCase.State;
import org.daybridge.outcomes.risk.RiskCases;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PanacheRiskCases implements RiskCases {
  private static final String KIND = "RiskCase";
  private static final TypeReference<List<RiskAnswer>> ANSWERS = new TypeReference<>() {};

  private final Jdbi jdbi;
  private final ObjectMapper json;

  PanacheRiskCases(Jdbi jdbi, ObjectMapper json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  @Override
  public Optional<RiskCase> openOf(PatientId patient) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "select pg_advisory_xact_lock(hashtextextended('risk-' || ?, 0))",
                patient.value().toString()));
    return RiskCaseRow.<RiskCaseRow>find("patientId = ?1 and state <> 'CLOSED'", patient.value())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .map(this::read);
  }

  @Override
  public RiskCase require(RiskCaseId id) {
    RiskCaseRow row = RiskCaseRow.findById(id.value());
    if (row == null) throw new NotVisible(KIND, id.value());
    AuditTrail.read(KIND, row.id, row.patientId);
    return read(row);
  }

  @Override
  public RiskCase save(RiskCase riskCase) {
    RiskCaseRow row = RiskCaseRow.findById(riskCase.id().value());
    boolean isNew = row == null;
    if (isNew) {
      row = new RiskCaseRow();
      row.id = riskCase.id().value();
      row.organizationId = Callers.current().organizationId();
      row.patientId = riskCase.patient().value();
      row.labels = riskCase.labels();
      row.episodeId = riskCase.episode() == null ? null : riskCase.episode().value();
      row.openedAt = riskCase.openedAt();
    }
    take(row, riskCase);
    row.persistAndFlush();
    if (isNew) AuditTrail.created(KIND, row.id, row.patientId);
    else AuditTrail.updated(KIND, row.id, row.patientId);
    return read(row);
  }

  @Override
  public List<RiskCase> page(
      @Nullable PatientId patient, boolean openOnly, int rows, @Nullable UUID before) {
    List<RiskCase> found =
        RiskCaseRow.<RiskCaseRow>find(
                "(?1 is null or patientId = ?1) and (?2 = false or state <> 'CLOSED')"
                    + " and (?3 is null or id < ?3) order by id desc",
                patient == null ? null : patient.value(),
                openOnly,
                before)
            .page(0, rows)
            .stream()
            .map(this::read)
            .toList();
    found.forEach(one -> AuditTrail.read(KIND, one.id().value(), one.patient().value()));
    return found;
  }

  private void take(RiskCaseRow row, RiskCase riskCase) {
    row.level = riskCase.level().name();
    row.answers = written(riskCase.answers());
    row.detail = written(riskCase.state());
    row.addressees = new UUID[0];
    row.closedAt = null;
    switch (riskCase.state()) {
      case State.Alarmed alarmed -> {
        row.state = "ALARMED";
        row.dueAt = alarmed.acknowledgeBy();
        row.addressees = alarmed.addressees().toArray(UUID[]::new);
      }
      case State.Acknowledged acknowledged -> {
        row.state = "ACKNOWLEDGED";
        row.dueAt = acknowledged.disposeBy();
      }
      case State.Closed closed -> {
        row.state = "CLOSED";
        row.dueAt = null;
        row.closedAt = closed.at();
      }
    }
  }

  private RiskCase read(RiskCaseRow row) {
    try {
      State state =
          switch (row.state) {
            case "ALARMED" -> json.readValue(row.detail, State.Alarmed.class);
            case "ACKNOWLEDGED" -> json.readValue(row.detail, State.Acknowledged.class);
            case "CLOSED" -> json.readValue(row.detail, State.Closed.class);
            default -> throw new IllegalStateException("Risk case " + row.id + " has no state");
          };
      return new RiskCase(
          new RiskCaseId(row.id),
          new PatientId(row.patientId),
          row.episodeId == null ? null : new EpisodeId(row.episodeId),
          row.labels,
          RiskLevel.valueOf(row.level),
          row.openedAt,
          json.readValue(row.answers, ANSWERS),
          state,
          row.version);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Risk case " + row.id + " does not read", e);
    }
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A risk case can't be written as JSON", e);
    }
  }
}
