package org.daybridge.medication.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.medication.order.AlertOverride.Reason;
import org.daybridge.medication.safety.Alert;
import org.jspecify.annotations.Nullable;

/** All orders that the caller may see. */
public interface MedicationOrders {

  /**
   * An order with its first day, the day of its last change of dose if there was one, and the
   * version of its row, which a writer must name.
   */
  record Versioned(
      MedicationOrder order,
      LocalDate since,
      @Nullable LocalDate doseChangedOn,
      int labels,
      long version) {

    /** Whether a version gives the same amount a day, so that it only renews. */
    boolean isRenewedBy(OrderVersion next) {
      return next.dosing().milligramsPerDay().compareTo(order.current().dosing().milligramsPerDay())
          == 0;
    }
  }

  /** What the gate showed for one version of an order, and what the prescriber said. */
  record Checked(
      List<Alert> alerts,
      List<AlertOverride> overrides,
      String knowledgeVersion,
      @Nullable Lawful lawful) {}

  /** On what ground a controlled substance is prescribed, and by which rules. */
  record Lawful(TelehealthLaw.Ground ground, LocalDate issuedOn, String rulePack) {}

  Versioned require(OrderId id);

  boolean hasOpen(PatientId patient, String rxcui);

  /** The open orders of an episode, for its end. */
  List<Versioned> openOf(EpisodeId episode);

  void add(MedicationOrder order, int labels, Checked checked);

  /** Keeps the next state; a new version of the dose joins the earlier ones. */
  long save(Versioned before, MedicationOrder next);

  void remember(MedicationOrder order, int labels, Checked checked);

  /** Rules that another prescriber agreed to override for this drug, still valid. */
  Set<String> agreedRules(PatientId patient, String rxcui, UUID otherThan);

  /** What this prescriber said to alerts of this person since then, by themselves. */
  List<EarlierReason> reasonsSince(PatientId patient, UUID prescriber, Instant since);

  /** A coded reason that was given for an alert with these facts. */
  record EarlierReason(
      String ruleId, String severity, Set<String> drugs, String message, Reason reason) {

    boolean isFor(Alert alert) {
      return ruleId.equals(alert.ruleId())
          && severity.equals(alert.severity().code())
          && drugs.equals(Set.copyOf(alert.drugs()))
          && message.equals(alert.message());
    }
  }

  /** Days that the open and future orders of a schedule II drug already cover. */
  int supplyDaysFrom(PatientId patient, String rxcui, LocalDate day);

  /** Whether the monitoring program was asked, and whether it could be reached. */
  PdmpRecord pdmpSince(PatientId patient, LocalDate day);

  /** Whether somebody reviewed an answer of the program that looks back this far. */
  boolean pdmpReviewed(PatientId patient, LocalDate since, int lookbackDays);

  /** The first day on which this prescriber gave the drug on this ground alone. */
  Optional<LocalDate> firstIssued(
      PatientId patient, String rxcui, UUID prescriber, TelehealthLaw.Ground ground);

  /** What is recorded about queries of the monitoring program. */
  enum PdmpRecord {
    QUERIED,
    TRIED_IN_VAIN,
    NONE
  }
}
