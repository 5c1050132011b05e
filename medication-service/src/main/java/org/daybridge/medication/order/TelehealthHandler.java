package org.daybridge.medication.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.rulepack.RulePack;
import org.daybridge.medication.evaluation.InPersonEvaluations;
import org.daybridge.medication.order.MedicationOrders.Lawful;
import org.daybridge.medication.order.TelehealthLaw.Facts;
import org.daybridge.medication.order.TelehealthLaw.Ground;

/** Brings the facts of a person to the law of telehealth, as it stands on the day of issue. */
@ApplicationScoped
public class TelehealthHandler {
  private final MedicationOrders orders;
  private final InPersonEvaluations evaluations;

  TelehealthHandler(MedicationOrders orders, InPersonEvaluations evaluations) {
    this.orders = orders;
    this.evaluations = evaluations;
  }

  /** The ground of a controlled substance, or the refusal; empty for any other drug. */
  Optional<Lawful> lawful(
      PatientId patient, Drug drug, OrderVersion version, RulePack pack, LocalDate today) {
    if (!drug.isControlled()) {
      return Optional.empty();
    }
    var law = law(pack);
    var ground =
        law.decide(drug, version, facts(patient, drug, version, law, pack, today)).orRefuse();
    return Optional.of(new Lawful(ground.next(), today, pack.version()));
  }

  private Facts facts(
      PatientId patient,
      Drug drug,
      OrderVersion version,
      TelehealthLaw law,
      RulePack pack,
      LocalDate today) {
    var since = today.minusDays(pack.number("pdmp-interval-days"));
    var covered = version.encounter().coveringFor();
    return new Facts(
        today,
        evaluations.lastBy(patient, version.writtenBy()).orElse(null),
        covered == null ? null : evaluations.lastBy(patient, covered).orElse(null),
        orders.pdmpSince(patient, since),
        orders.pdmpReviewed(patient, since, law.lookbackDays()),
        orders
            .firstIssued(
                patient, drug.rxcui(), version.writtenBy(), Ground.BUPRENORPHINE_SIX_MONTHS)
            .orElse(null));
  }

  static TelehealthLaw law(RulePack pack) {
    return new TelehealthLaw(
        pack.number("telehealth-flexibility") > 0,
        pack.number("telehealth-buprenorphine-months"),
        pack.number("telehealth-pdmp-lookback-days"),
        pack.number("pdmp-unavailable-supply-days"),
        pack.number("telehealth-covering-months"));
  }
}
