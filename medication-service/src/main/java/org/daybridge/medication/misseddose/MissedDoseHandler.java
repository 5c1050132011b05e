package org.daybridge.medication.misseddose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.medication.MedicationEvent.MissedDosePatternFound;
import org.daybridge.contract.medication.MedicationFactId;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.kit.rulepack.RulePack;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.medication.adherence.AdherenceReport;
import org.daybridge.medication.misseddose.DoseDays.State;
import org.daybridge.medication.misseddose.MissedDoses.Regimen;
import org.daybridge.medication.patient.FollowedPatient;
import org.daybridge.medication.patient.FollowedPatients;
import org.jspecify.annotations.Nullable;

/** Looks for patterns in missed doses, and tells of each once when a report shows it. */
@ApplicationScoped
public class MissedDoseHandler {
  private final MissedDoses doses;
  private final FollowedPatients patients;
  private final RulePacks rulePacks;
  private final Outbox outbox;
  private final Clock clock;

  MissedDoseHandler(
      MissedDoses doses,
      FollowedPatients patients,
      RulePacks rulePacks,
      Outbox outbox,
      Clock clock) {
    this.doses = doses;
    this.patients = patients;
    this.rulePacks = rulePacks;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The window, with what is known of each order; without an order it is about all of them. */
  public record Overview(LocalDate from, LocalDate to, List<OfOrder> items) {}

  /** Days of one order that are known, and the patterns in them. */
  public record OfOrder(
      @Nullable UUID orderId,
      @Nullable String drug,
      int daysTaken,
      int daysPartly,
      int daysMissed,
      Map<String, Integer> barriers,
      List<MissedDosePattern> patterns) {

    @Override
    public String toString() {
      return "OfOrder[" + orderId + "]";
    }
  }

  public Overview of(PatientId id) {
    return overview(patients.require(id)).told();
  }

  /** With the regimens that it rests on. */
  private record Looked(Overview told, Map<UUID, Regimen> regimens) {}

  private Looked overview(FollowedPatient patient) {
    var to = today(patient);
    var pack = rulePacks.on(to);
    var from = to.minusDays(pack.number("missed-dose-window-days") - 1L);
    var byOrder = new LinkedHashMap<@Nullable UUID, List<AdherenceReport>>();
    for (var report : doses.reports(patient.id(), from, to)) {
      byOrder.computeIfAbsent(report.orderId(), _ -> new java.util.ArrayList<>()).add(report);
    }
    var orders = byOrder.keySet().stream().filter(Objects::nonNull).collect(Collectors.toSet());
    var regimens = doses.regimens(orders, patient.zone());
    var items =
        byOrder.entrySet().stream()
            .map(of -> ofOrder(of.getKey(), regimens, of.getValue(), from, to, pack))
            .toList();
    return new Looked(new Overview(from, to, items), regimens);
  }

  /** After a report: each pattern that is new is told, with the labels of the order's drug. */
  @Transactional
  public void reported(PatientId id, @Nullable UUID order) {
    var patient = patients.require(id);
    var looked = overview(patient);
    int labels =
        patient.labels() | regimen(looked.regimens(), order).map(Regimen::labels).orElse(0);
    looked.told().items().stream()
        .filter(of -> Objects.equals(of.orderId(), order))
        .flatMap(of -> of.patterns().stream())
        .forEach(pattern -> tell(patient, order, pattern, labels));
  }

  private void tell(
      FollowedPatient patient, @Nullable UUID order, MissedDosePattern pattern, int labels) {
    var patternId = Ids.next();
    if (doses.tell(patternId, patient.id(), labels, order, pattern, clock.instant())) {
      outbox.append(
          new MissedDosePatternFound(
              new MedicationFactId(patternId),
              patient.id(),
              order == null ? null : new OrderId(order),
              pattern.ruleId(),
              pattern.from(),
              pattern.to(),
              clock.instant()),
          labels);
    }
  }

  private OfOrder ofOrder(
      @Nullable UUID order,
      Map<UUID, Regimen> regimens,
      List<AdherenceReport> reports,
      LocalDate from,
      LocalDate to,
      RulePack pack) {
    var regimen = regimen(regimens, order);
    var until = regimen.map(Regimen::heldSince).filter(held -> !held.isAfter(to)).orElse(null);
    boolean counts = !regimen.map(Regimen::asNeeded).orElse(false);
    var days =
        DoseDays.of(counts ? reports : List.of(), from, until == null ? to : until.minusDays(1));
    var rules =
        new MissedDoseRules(
            new MissedDoseRules.Limits(
                pack.number("missed-days-in-a-row"),
                pack.number("missed-weekends"),
                pack.number("partly-missed-days"),
                pack.number("barrier-reports")));
    return new OfOrder(
        order,
        regimen.map(Regimen::drug).orElse(null),
        days.days(State.TAKEN).size(),
        days.days(State.PARTLY).size(),
        days.days(State.MISSED).size(),
        barriers(reports),
        counts ? rules.of(reports, days) : List.of());
  }

  private static Optional<Regimen> regimen(Map<UUID, Regimen> regimens, @Nullable UUID order) {
    return order == null ? Optional.empty() : Optional.ofNullable(regimens.get(order));
  }

  private static Map<String, Integer> barriers(List<AdherenceReport> reports) {
    var counts = new TreeMap<String, Integer>();
    reports.forEach(
        report ->
            report.barriers().forEach(barrier -> counts.merge(barrier.name(), 1, Integer::sum)));
    return counts;
  }

  private LocalDate today(FollowedPatient patient) {
    return LocalDate.ofInstant(clock.instant(), patient.zone());
  }
}
