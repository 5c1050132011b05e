package org.daybridge.medication.medicationlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.http.ETags;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.KnowledgeShelf;
import org.daybridge.medication.medicationlist.ListedMedication.Status;
import org.daybridge.medication.patient.FollowedPatients;
import org.daybridge.medication.reconciliation.Reconciliation;
import org.daybridge.medication.reconciliation.ReconciliationItem;
import org.daybridge.medication.safety.Alert;
import org.daybridge.medication.safety.PatientCharts;
import org.daybridge.medication.safety.SafetyHandler;
import org.jspecify.annotations.Nullable;

/** Takes down what a person takes. It is a fact and never refused; the check says what it means. */
@ApplicationScoped
public class MedicationListHandler {
  private final MedicationList list;
  private final FollowedPatients patients;
  private final Reconciliation reconciliation;
  private final PatientCharts charts;
  private final SafetyHandler safety;
  private final KnowledgeShelf shelf;
  private final Clock clock;

  MedicationListHandler(
      MedicationList list,
      FollowedPatients patients,
      Reconciliation reconciliation,
      PatientCharts charts,
      SafetyHandler safety,
      KnowledgeShelf shelf,
      Clock clock) {
    this.list = list;
    this.patients = patients;
    this.reconciliation = reconciliation;
    this.charts = charts;
    this.safety = safety;
    this.shelf = shelf;
    this.clock = clock;
  }

  /** What was taken down, and what the check says to the list as it now is. */
  public record Recorded(ListedMedication medication, List<Alert> flags) {}

  @Transactional
  public Recorded record(ListedMedication medication) {
    var patient = patients.require(medication.patientId());
    if (medication.startsOn() != null
        && medication.endsOn() != null
        && medication.endsOn().isBefore(medication.startsOn())) {
      throw RuleRefused.rule("medication-ends-after-it-starts", "Correct the dates.");
    }
    list.add(medication);
    var today = LocalDate.ofInstant(clock.instant(), patient.zone());
    var answer = safety.check(charts.of(patient, today, clock.instant(), List.of(), null));
    var flags =
        medication.ingredient() == null
            ? List.<Alert>of()
            : answer.about(shelf.inForceOn(today).ingredient(medication.ingredient()).label());
    return new Recorded(medication, flags);
  }

  /** A referral reported it: kept once, and looked at when the person is admitted. */
  @Transactional
  public void reported(ListedMedication medication) {
    if (list.add(medication)) {
      reconciliation.open(
          ReconciliationItem.admission(
              medication.patientId(),
              medication.labels(),
              ReconciliationItem.SubjectKind.LISTED_MEDICATION,
              medication.medicationId(),
              medication.isCoded(),
              clock.instant()));
    }
  }

  @Transactional
  public ListedMedication end(
      UUID id, @Nullable String ifMatch, Status status, @Nullable LocalDate on) {
    var before = list.require(id);
    ETags.require(ifMatch, before.version());
    return list.end(before, status, on == null ? today(before.patientId()) : on);
  }

  public @Nullable String ingredientOf(@Nullable String rxcui, @Nullable String name) {
    var knowledge = shelf.inForceOn(LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC));
    var byCode = knowledge.byCode(rxcui);
    var byName = knowledge.byName(name);
    boolean contradict = byCode.isPresent() && byName.isPresent() && !byCode.equals(byName);
    return contradict ? null : byCode.or(() -> byName).map(Ingredient::name).orElse(null);
  }

  private LocalDate today(PatientId patient) {
    return LocalDate.ofInstant(clock.instant(), patients.require(patient).zone());
  }
}
