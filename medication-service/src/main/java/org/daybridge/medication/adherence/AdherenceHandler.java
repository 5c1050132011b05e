package org.daybridge.medication.adherence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.medication.MedicationEvent.AdherenceConcernRaised;
import org.daybridge.contract.medication.MedicationEvent.AdherenceReported;
import org.daybridge.contract.medication.MedicationFactId;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.medication.misseddose.MissedDoseHandler;
import org.daybridge.medication.patient.FollowedPatients;
import org.jspecify.annotations.Nullable;

/** Takes reports and concerns, and works out the days covered. */
@ApplicationScoped
public class AdherenceHandler {
  private final Adherence adherence;
  private final MissedDoseHandler missedDoses;
  private final Outbox outbox;
  private final FollowedPatients patients;
  private final RulePacks rulePacks;
  private final Clock clock;

  AdherenceHandler(
      Adherence adherence,
      MissedDoseHandler missedDoses,
      Outbox outbox,
      FollowedPatients patients,
      RulePacks rulePacks,
      Clock clock) {
    this.adherence = adherence;
    this.missedDoses = missedDoses;
    this.outbox = outbox;
    this.patients = patients;
    this.rulePacks = rulePacks;
    this.clock = clock;
  }

  /** Days covered by drug, and of the drug that is covered worst. */
  public record Summary(
      LocalDate from,
      LocalDate to,
      double adherentFrom,
      List<OfDrug> drugs,
      @Nullable Double overall) {}

  /** Days covered by the supply of one drug. */
  public record OfDrug(String drug, DaysCovered days, double pdc, boolean adherent) {}

  @Transactional
  public AdherenceReport report(AdherenceReport asked) {
    var patient = patients.require(asked.patientId());
    if (asked.reportedAt().isAfter(clock.instant())
        || asked.coversTo().isAfter(LocalDate.ofInstant(clock.instant(), patient.zone()))) {
      throw RuleRefused.rule("report-is-not-in-the-future", "What has not happened can't be told.");
    }
    boolean afterStop =
        asked.orderId() != null
            && adherence
                .endOf(asked.patientId(), asked.orderId())
                .map(end -> asked.coversFrom().isAfter(end))
                .orElse(false);
    var report =
        new AdherenceReport(
            asked.reportId(),
            asked.patientId(),
            asked.orderId(),
            asked.source(),
            asked.coversFrom(),
            asked.coversTo(),
            asked.dosesPlanned(),
            asked.dosesTaken(),
            asked.taken(),
            asked.barriers(),
            asked.reportedBy(),
            asked.reportedAt(),
            clock.instant(),
            afterStop);
    adherence.add(report, patient.labels());
    outbox.append(reported(report), patient.labels());
    missedDoses.reported(report.patientId(), report.orderId());
    return report;
  }

  @Transactional
  public AdherenceConcern raise(AdherenceConcern concern) {
    var patient = patients.require(concern.patientId());
    adherence.add(concern, patient.labels());
    outbox.append(
        new AdherenceConcernRaised(
            new MedicationFactId(concern.concernId()),
            concern.patientId(),
            order(concern.orderId()),
            concern.barrier() == null ? null : concern.barrier().name(),
            concern.raisedAt()),
        patient.labels());
    return concern;
  }

  private static AdherenceReported reported(AdherenceReport report) {
    return new AdherenceReported(
        new MedicationFactId(report.reportId()),
        report.patientId(),
        order(report.orderId()),
        report.coversFrom(),
        report.coversTo(),
        report.taken().name(),
        report.barriers().stream().map(Enum::name).toList(),
        report.reportedAt());
  }

  private static @Nullable OrderId order(@Nullable UUID id) {
    return id == null ? null : new OrderId(id);
  }

  @Transactional
  public AdherenceConcern answer(UUID id, @Nullable String ifMatch, String answer) {
    var before = adherence.requireConcern(id);
    ETags.require(ifMatch, before.version());
    if (!before.isOpen()) {
      throw RuleRefused.state("concern-is-open", "The concern was answered already.");
    }
    return adherence.answer(
        new AdherenceConcern(
            before.concernId(),
            before.patientId(),
            before.version() + 1,
            before.orderId(),
            before.barrier(),
            before.observation(),
            before.raisedBy(),
            before.raisedAt(),
            answer,
            Callers.current().principalId(),
            clock.instant()));
  }

  public Summary daysCovered(PatientId id, @Nullable LocalDate from, @Nullable LocalDate to) {
    var patient = patients.require(id);
    var today = LocalDate.ofInstant(clock.instant(), patient.zone());
    var until = to == null || to.isAfter(today) ? today : to;
    var since = from == null ? until.minusDays(89) : from;
    double line =
        rulePacks.on(today).decimal("adherent-from-percent").movePointLeft(2).doubleValue();
    var drugs =
        adherence.supplies(id).entrySet().stream()
            .map(
                supply -> {
                  var days = DaysCovered.of(supply.getValue(), since, until);
                  return new OfDrug(supply.getKey(), days, days.share(), days.share() >= line);
                })
            .filter(drug -> drug.days().daysInPeriod() > 0)
            .toList();
    var overall = drugs.stream().mapToDouble(OfDrug::pdc).min();
    return new Summary(
        since, until, line, drugs, overall.isPresent() ? overall.getAsDouble() : null);
  }
}
