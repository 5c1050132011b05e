package org.daybridge.medication.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.medication.MedicationEvent.MonitoringDue;
import org.daybridge.contract.medication.MedicationEvent.MonitoringOverdue;
import org.daybridge.contract.medication.MedicationFactId;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.kit.timer.Timers;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.KnowledgeShelf;
import org.daybridge.medication.patient.FollowedPatient;
import org.daybridge.medication.patient.FollowedPatients;
import org.daybridge.medication.safety.DueItem;
import org.daybridge.medication.safety.PatientCharts;
import org.daybridge.medication.safety.SafetyHandler;

/**
 * Looks at a person's tests when something changed and when a day comes: what became due or overdue
 * is told once, and the next look is set.
 */
@ApplicationScoped
public class MonitoringWatchHandler {
  static final String LOOK = "medication-monitoring-look";

  private final MonitoringCalendar calendar;
  private final FollowedPatients patients;
  private final PatientCharts charts;
  private final SafetyHandler safety;
  private final KnowledgeShelf shelf;
  private final Timers timers;
  private final Outbox outbox;
  private final Clock clock;

  MonitoringWatchHandler(
      MonitoringCalendar calendar,
      FollowedPatients patients,
      PatientCharts charts,
      SafetyHandler safety,
      KnowledgeShelf shelf,
      Timers timers,
      Outbox outbox,
      Clock clock) {
    this.calendar = calendar;
    this.patients = patients;
    this.charts = charts;
    this.safety = safety;
    this.shelf = shelf;
    this.timers = timers;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A treatment or a result changed: look at once. */
  @Transactional
  public void changed(PatientId patient) {
    timers.schedule(LOOK, patient.value(), clock.instant(), null);
  }

  /** A day came on which something becomes due or overdue; after a discharge nothing does. */
  @Transactional
  void look(PatientId patient) {
    patients.find(patient).filter(FollowedPatient::isInTreatment).ifPresent(this::look);
  }

  private void look(FollowedPatient patient) {
    var today = LocalDate.ofInstant(clock.instant(), patient.zone());
    var items = safety.dueItems(charts.of(patient, today, clock.instant(), List.of(), null));
    calendar.begin(patient.id());
    items.forEach(item -> tell(patient, item, today));
    items.stream()
        .map(DueItem::dueOn)
        .filter(day -> !day.isBefore(today))
        .map(day -> day.isAfter(today) ? day : today.plusDays(1))
        .min(LocalDate::compareTo)
        .ifPresent(
            next ->
                timers.schedule(
                    LOOK,
                    patient.id().value(),
                    next.atStartOfDay(patient.zone()).toInstant(),
                    null));
  }

  private void tell(FollowedPatient patient, DueItem item, LocalDate today) {
    var news = calendar.keep(patient.id(), patient.labels(), item, today);
    var fact = new MedicationFactId(factOf(patient.id(), item));
    var code = item.loincs().isEmpty() ? null : item.loincs().getFirst();
    var drug =
        shelf.inForceOn(today).byName(item.drug()).map(Ingredient::rxcui).orElse(item.rule());
    if (news.due()) {
      outbox.append(
          new MonitoringDue(fact, patient.id(), drug, item.rule(), code, item.dueOn()),
          patient.labels());
    }
    if (news.overdue()) {
      outbox.append(
          new MonitoringOverdue(fact, patient.id(), drug, item.rule(), code, item.dueOn()),
          patient.labels());
    }
  }

  private static UUID factOf(PatientId patient, DueItem item) {
    return MonitoringHandler.factOf(
        patient.value(), item.drug() + "/" + item.rule() + "/" + item.test() + "/" + item.dueOn());
  }
}
