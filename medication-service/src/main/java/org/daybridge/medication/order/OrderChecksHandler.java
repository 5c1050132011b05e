package org.daybridge.medication.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.rulepack.RulePack;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.Knowledge;
import org.daybridge.medication.knowledge.KnowledgeShelf;
import org.daybridge.medication.monitoring.MonitoringHandler;
import org.daybridge.medication.order.MedicationOrders.Checked;
import org.daybridge.medication.order.MedicationOrders.Versioned;
import org.daybridge.medication.order.NewOrder.Consent;
import org.daybridge.medication.patient.FollowedPatient;
import org.daybridge.medication.prescriber.Authorities;
import org.daybridge.medication.safety.MedicationEntry;
import org.daybridge.medication.safety.PatientCharts;
import org.daybridge.medication.safety.SafetyAnswer;
import org.daybridge.medication.safety.SafetyHandler;
import org.jspecify.annotations.Nullable;

/** Everything that is looked at before a dose is ordered, on every path to one. */
@ApplicationScoped
public class OrderChecksHandler {
  private final MedicationOrders orders;
  private final PatientCharts charts;
  private final SafetyHandler safety;
  private final KnowledgeShelf shelf;
  private final RulePacks rulePacks;
  private final MonitoringHandler monitoring;
  private final Authorities authorities;
  private final TelehealthHandler telehealth;
  private final Clock clock;

  OrderChecksHandler(
      MedicationOrders orders,
      PatientCharts charts,
      SafetyHandler safety,
      KnowledgeShelf shelf,
      RulePacks rulePacks,
      MonitoringHandler monitoring,
      Authorities authorities,
      TelehealthHandler telehealth,
      Clock clock) {
    this.orders = orders;
    this.charts = charts;
    this.safety = safety;
    this.shelf = shelf;
    this.rulePacks = rulePacks;
    this.monitoring = monitoring;
    this.authorities = authorities;
    this.telehealth = telehealth;
    this.clock = clock;
  }

  /** The drug behind a code and a name; both must mean the same. */
  Drug drug(@Nullable String rxcui, @Nullable String name, LocalDate today) {
    Knowledge knowledge = shelf.inForceOn(today);
    var byCode = knowledge.byCode(rxcui);
    var byName = knowledge.byName(name);
    if (byCode.isPresent() && byName.isPresent() && !byCode.equals(byName)) {
      throw RuleRefused.rule(
          "drug-code-fits-its-name", "The code %s is not that of the name.".formatted(rxcui));
    }
    var known = byCode.or(() -> byName);
    var code = rxcui != null ? rxcui.strip() : known.map(Ingredient::rxcui).orElse(null);
    if (code == null) {
      throw RuleRefused.rule("drug-has-a-code", "Without a code the order can't be followed.");
    }
    return new Drug(
        code,
        name != null ? name : known.map(Ingredient::label).orElse(code),
        known.map(Ingredient::name).orElse(null),
        known.map(Ingredient::schedule).map(s -> s.code()).orElse(null));
  }

  /** Passes, or refuses with the rule that stands in the way. */
  Checked pass(
      FollowedPatient patient,
      Drug drug,
      OrderVersion version,
      Consent consent,
      @Nullable Versioned superseded,
      LocalDate today) {
    RulePack pack = rulePacks.on(today);
    mayGoOn(patient, drug);
    plausible(drug, version, consent, pack, today);
    authorized(drug, version, today);
    lawful(patient, drug, version, superseded, pack, today);
    var answer = check(patient, entry(drug, version, superseded), superseded, today);
    var gate =
        new OrderGate(
            pack.number("second-prescriber-for-contraindicated") > 0,
            consent.acknowledgesUnchecked(),
            orders.agreedRules(patient.id(), drug.rxcui(), version.writtenBy()));
    var overrides =
        SuppressedAlerts.withCarried(
            consent.overrides(),
            drug.ingredient() == null ? List.of() : answer.about(drug.ingredient()),
            orders.reasonsSince(
                patient.id(),
                version.writtenBy(),
                clock.instant().minus(Duration.ofDays(pack.number("override-holds-days")))));
    var alerts = gate.decide(drug, answer, overrides).orRefuse().next();
    monitored(patient, drug, version, pack, today);
    var lawful = telehealth.lawful(patient.id(), drug, version, pack, today);
    return new Checked(alerts, overrides, answer.knowledge().version(), lawful.orElse(null));
  }

  /** Clozapine that the neutrophil counts interrupted or ended is not given on. */
  void mayGoOn(FollowedPatient patient, Drug drug) {
    if ("clozapine".equals(drug.ingredient())) {
      monitoring
          .neutrophils(patient.id())
          .filter(course -> course.lastCount() != null && !course.standing().mayBeGiven())
          .ifPresent(
              course -> {
                throw RuleRefused.state(
                    "clozapine-is-interrupted",
                    "The neutrophil counts say %s.".formatted(course.standing()));
              });
    }
  }

  private SafetyAnswer check(
      FollowedPatient patient,
      MedicationEntry proposed,
      @Nullable Versioned superseded,
      LocalDate today) {
    return safety.check(
        charts.of(
            patient,
            today,
            clock.instant(),
            List.of(proposed),
            superseded == null ? null : superseded.order().id()));
  }

  private void plausible(
      Drug drug, OrderVersion version, Consent consent, RulePack pack, LocalDate today) {
    if (drug.ingredient() == null || consent.confirmsUnusualDose()) {
      return;
    }
    Plausibility.doubt(
            shelf.inForceOn(today).ingredient(drug.ingredient()),
            version.dosing().milligramsPerDay().doubleValue(),
            pack.decimal("unusual-dose-factor").doubleValue())
        .ifPresent(
            because -> {
              throw RuleRefused.rule("unusual-dose-is-confirmed", because);
            });
  }

  /** A controlled substance needs a DEA registration in force. */
  private void authorized(Drug drug, OrderVersion version, LocalDate today) {
    boolean covered =
        !drug.isControlled()
            || authorities
                .find(version.writtenBy())
                .map(authority -> authority.coversControlled(today))
                .orElse(false);
    if (!covered) {
      throw RuleRefused.rule(
          "authority-for-the-schedule",
          "No DEA registration in force covers schedule " + drug.schedule() + ".");
    }
  }

  private void lawful(
      FollowedPatient patient,
      Drug drug,
      OrderVersion version,
      @Nullable Versioned superseded,
      RulePack pack,
      LocalDate today) {
    boolean replaces = superseded != null && !superseded.isRenewedBy(version);
    int covered = replaces ? 0 : orders.supplyDaysFrom(patient.id(), drug.rxcui(), today);
    ControlledSubstanceLaw.ofPrescription(
            drug, version.supply(), version.startsOn(), today, covered, limits(pack))
        .ifPresent(OrderChecksHandler::refuse);
    if (superseded != null && !replaces) {
      ControlledSubstanceLaw.ofRenewal(
              drug, superseded.order().current(), version, pack.number("renewal-from-percent-used"))
          .ifPresent(OrderChecksHandler::refuse);
    }
  }

  private void monitored(
      FollowedPatient patient, Drug drug, OrderVersion version, RulePack pack, LocalDate today) {
    var since = today.minusDays(pack.number("pdmp-interval-days"));
    ControlledSubstanceLaw.ofMonitoring(
            drug, version.supply(), orders.pdmpSince(patient.id(), since), limits(pack))
        .ifPresent(OrderChecksHandler::refuse);
  }

  private static ControlledSubstanceLaw.Limits limits(RulePack pack) {
    return new ControlledSubstanceLaw.Limits(
        pack.number("schedule-two-series-days"), pack.number("pdmp-unavailable-supply-days"));
  }

  private static void refuse(ControlledSubstanceLaw.Breach breach) {
    throw RuleRefused.rule(breach.rule(), breach.because());
  }

  /** A titration is a change of what is taken since the order's first day, and no start. */
  private static MedicationEntry entry(
      Drug drug, OrderVersion version, @Nullable Versioned superseded) {
    boolean covered = drug.ingredient() != null;
    return new MedicationEntry(
        covered ? drug.ingredient() : drug.name(),
        covered ? null : drug.rxcui(),
        version.dosing().milligramsPerDay().doubleValue(),
        version.dosing().route(),
        version.dosing().form(),
        superseded == null ? version.startsOn() : superseded.since(),
        version.endsOn(),
        superseded == null,
        version.supply().refills(),
        version.purpose().code() == null
            ? version.purpose().indication()
            : version.purpose().code(),
        null,
        null,
        changedOn(version, superseded),
        false);
  }

  private static @Nullable LocalDate changedOn(
      OrderVersion version, @Nullable Versioned superseded) {
    if (superseded == null) {
      return null;
    }
    return superseded.isRenewedBy(version) ? superseded.doseChangedOn() : version.startsOn();
  }

  boolean needsTaper(Drug drug, LocalDate today) {
    return drug.ingredient() != null
        && shelf.inForceOn(today).ingredient(drug.ingredient()).is("benzodiazepine");
  }

  /** A drug that treats a use disorder tells of it, whatever the program is. */
  int labels(FollowedPatient patient, Drug drug, LocalDate today) {
    boolean tells =
        drug.ingredient() != null
            && shelf.inForceOn(today).ingredient(drug.ingredient()).treatsUseDisorder();
    return patient.labels() | Labels.MENTAL | (tells ? Labels.PART2 : Labels.NONE);
  }
}
