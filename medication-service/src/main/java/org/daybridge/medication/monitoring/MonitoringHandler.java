package org.daybridge.medication.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.medication.MedicationEvent.CriticalLabFlagged;
import org.daybridge.contract.medication.MedicationFactId;
import org.daybridge.contract.outcomes.ResultId;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.medication.knowledge.AlertType;
import org.daybridge.medication.knowledge.KnowledgeShelf;
import org.daybridge.medication.monitoring.NeutrophilCourse.Count;
import org.daybridge.medication.patient.FollowedPatient;
import org.daybridge.medication.patient.FollowedPatients;
import org.daybridge.medication.safety.Alert;
import org.daybridge.medication.safety.DueItem;
import org.daybridge.medication.safety.MedicationEntry;
import org.daybridge.medication.safety.PatientCharts;
import org.daybridge.medication.safety.SafetyCheck;
import org.daybridge.medication.safety.SafetyHandler;
import org.jspecify.annotations.Nullable;

/** Judges results when they come, and says which tests a person's treatment asks for. */
@ApplicationScoped
public class MonitoringHandler {
  private final Results results;
  private final FollowedPatients patients;
  private final PatientCharts charts;
  private final SafetyHandler safety;
  private final KnowledgeShelf shelf;
  private final MonitoringWatchHandler watch;
  private final Outbox outbox;
  private final Clock clock;

  MonitoringHandler(
      Results results,
      FollowedPatients patients,
      PatientCharts charts,
      SafetyHandler safety,
      KnowledgeShelf shelf,
      MonitoringWatchHandler watch,
      Outbox outbox,
      Clock clock) {
    this.results = results;
    this.patients = patients;
    this.charts = charts;
    this.safety = safety;
    this.shelf = shelf;
    this.watch = watch;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Takes a result in; one that asks for action under what is taken is flagged at once. */
  @Transactional
  public void recorded(Result result) {
    if (!results.add(result)) {
      return;
    }
    watch.changed(result.patientId());
    patients
        .find(result.patientId())
        .ifPresent(
            patient ->
                safety.check(check(patient)).alerts().stream()
                    .filter(alert -> alert.type() == AlertType.LAB_CRITICAL)
                    .filter(alert -> isAbout(alert.ruleId(), result))
                    .forEach(alert -> flag(result, alert)));
  }

  private void flag(Result result, Alert alert) {
    if (!results.flag(result, alert, clock.instant())) {
      return;
    }
    outbox.append(
        new CriticalLabFlagged(
            new MedicationFactId(factOf(result.resultId(), alert.ruleId())),
            result.patientId(),
            new ResultId(result.resultId()),
            alert.ruleId(),
            alert.severity().code(),
            clock.instant()),
        result.labels());
  }

  /** The same fact has the same id, however often it is found. */
  static UUID factOf(UUID subject, String rule) {
    return UUID.nameUUIDFromBytes((subject + "/" + rule).getBytes(StandardCharsets.UTF_8));
  }

  private boolean isAbout(String band, Result result) {
    return shelf.inForceOn(result.observedOn()).tables().labBands().stream()
        .filter(row -> row.id().equals(band))
        .anyMatch(row -> row.test().isMeantBy(result.code(), result.code()));
  }

  /** Every test that the person's present treatment asks for, those that wait first. */
  public List<DueTest> due(PatientId id) {
    var patient = patients.require(id);
    var today = today(patient);
    return safety.dueItems(check(patient)).stream().map(item -> test(item, today)).toList();
  }

  private static DueTest test(DueItem item, LocalDate today) {
    var due = item.dueOn();
    var state = DueTest.State.DONE;
    if (due != null && !due.isAfter(today)) {
      state = due.isBefore(today) ? DueTest.State.OVERDUE : DueTest.State.DUE;
    }
    return new DueTest(
        item.drug(),
        item.rule(),
        item.test(),
        item.loincs(),
        item.lastOn(),
        due,
        state,
        item.evidenceStatus());
  }

  /** The course of clozapine, when it is taken. */
  public Optional<NeutrophilCourse> neutrophils(PatientId id) {
    var patient = patients.require(id);
    var check = check(patient);
    var anc = shelf.inForceOn(check.asOf()).measure("anc");
    return clozapine(check)
        .map(
            entry ->
                NeutrophilCourse.of(
                    check.patient().labs().stream()
                        .filter(lab -> anc.test().isMeantBy(lab.loinc(), lab.test()))
                        .filter(lab -> lab.value() != null && lab.date() != null)
                        .map(lab -> count(lab.date(), lab.value(), lab.unit(), check))
                        .flatMap(Optional::stream)
                        .toList(),
                    entry.start() == null ? check.asOf() : entry.start(),
                    check.patient().conditions().stream()
                        .anyMatch(c -> "benign ethnic neutropenia".equalsIgnoreCase(c.text())),
                    check.asOf()));
  }

  private Optional<Count> count(
      LocalDate on, double value, @Nullable String unit, SafetyCheck check) {
    var cells = shelf.inForceOn(check.asOf()).tables().units().in("/uL", value, unit);
    return cells.isPresent() ? Optional.of(new Count(on, cells.getAsDouble())) : Optional.empty();
  }

  private static Optional<MedicationEntry> clozapine(SafetyCheck check) {
    return check.medications().stream()
        .filter(entry -> "clozapine".equalsIgnoreCase(entry.name()))
        .filter(entry -> !entry.endedBefore(check.asOf()))
        .findFirst();
  }

  private SafetyCheck check(FollowedPatient patient) {
    return charts.of(patient, today(patient), clock.instant(), List.of(), null);
  }

  private LocalDate today(FollowedPatient patient) {
    return LocalDate.ofInstant(clock.instant(), patient.zone());
  }
}
