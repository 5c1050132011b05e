package org.daybridge.records.teammeeting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.records.signing.CanonicalForm;

/**
 * One patient on the agenda: what the record said when the meeting was convened, and a decision.
 */
public record AgendaItem(
    PatientId patient, int labels, Standing standing, Optional<Decided> decided) {

  /** The last instrument score and how it moved since the first. */
  public record Score(String instrument, Optional<BigDecimal> latest, Optional<BigDecimal> change) {
    Map<String, ?> canonical() {
      return Map.of("instrument", instrument, "latest", latest, "change", change);
    }
  }

  /** Ids, codes, numbers and days: the evidence to talk about. */
  public record Standing(
      int riskAlerts,
      Optional<String> latestRisk,
      int attendedMinutesLastWeek,
      int prescribedMinutesPerWeek,
      List<Score> scores,
      Optional<LocalDate> planDueOn,
      Optional<LocalDate> reviewDueOn,
      Optional<LocalDate> certifiedThrough) {
    public Standing {
      scores = List.copyOf(scores);
    }

    Map<String, ?> canonical() {
      return Map.of(
          "riskAlerts", riskAlerts,
          "latestRisk", latestRisk,
          "attended", attendedMinutesLastWeek,
          "prescribed", prescribedMinutesPerWeek,
          "scores", CanonicalForm.each(scores, Score::canonical),
          "planDueOn", planDueOn,
          "reviewDueOn", reviewDueOn,
          "certifiedThrough", certifiedThrough);
    }
  }

  /** What was decided, who sees to it, by when. */
  public record Decided(String text, StaffId owner, LocalDate dueOn, StaffId by, Instant at) {
    Map<String, ?> canonical() {
      return Map.of(
          "text", text, "owner", owner.value(), "dueOn", dueOn, "by", by.value(), "at", at);
    }

    @Override
    public String toString() {
      return "Decided[dueOn=" + dueOn + "]";
    }
  }

  AgendaItem with(Decided decision) {
    return new AgendaItem(patient, labels, standing, Optional.of(decision));
  }

  Map<String, ?> canonical() {
    return Map.of(
        "patient", patient.value(),
        "standing", standing.canonical(),
        "decided", decided.map(Decided::canonical));
  }
}
