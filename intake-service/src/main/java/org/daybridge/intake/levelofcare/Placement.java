package org.daybridge.intake.levelofcare;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.daybridge.contract.intake.DecisionId;
import org.daybridge.contract.intake.IntakeEvent;
import org.daybridge.contract.intake.IntakeEvent.LevelOfCareDetermined;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.intake.program.Track;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.rulepack.RulePack;
import org.jspecify.annotations.Nullable;

/**
 * The decision on the level of care: what the instrument recommends from the clinician's ratings,
 * what the clinician chose, and why neither less nor more. Only ratings and results are kept; the
 * instruments' texts are licensed and not here.
 */
public record Placement(
    DecisionId id,
    PatientId patient,
    ReferralId referral,
    Measured measured,
    LevelOfCare recommended,
    LevelOfCare chosen,
    @Nullable String overrideReason,
    String whyNotLower,
    String whyNotHigher,
    Instant decidedAt,
    String rulePack,
    int labels) {

  /** The dimensions of the ASAM criteria, fourth edition, that set the minimum level. */
  public enum Dimension {
    D1,
    D2,
    D3,
    D4,
    D5
  }

  /** What the instrument measured. */
  public sealed interface Measured {
    /** For each of D1 to D5 the minimum level of care that is safe (ASAM-4). */
    record Asam4(Map<Dimension, LevelOfCare> minimums) implements Measured {
      public Asam4 {
        minimums = minimums.isEmpty() ? Map.of() : new EnumMap<>(minimums);
      }
    }

    /** The LOCUS composite, entered as a score of 7 to 35 (LOC-1). */
    record Locus(int composite) implements Measured {}

    default Track.Instrument instrument() {
      return switch (this) {
        case Asam4 _ -> Track.Instrument.ASAM_4;
        case Locus _ -> Track.Instrument.LOCUS;
      };
    }
  }

  /** What the clinician chose and why. */
  public record Choice(
      LevelOfCare chosen,
      @Nullable String overrideReason,
      String whyNotLower,
      String whyNotHigher) {}

  /** Everything that a decision is about besides the measurement. */
  public record Subject(DecisionId id, PatientId patient, ReferralId referral, int labels) {}

  /** Decides. An override needs its reason and the clinical director. */
  public static Decision<Placement, IntakeEvent> decide(
      Subject subject,
      Track track,
      Measured measured,
      Choice choice,
      Set<String> roles,
      RulePack pack,
      Instant now) {
    if (measured.instrument() != track.instrument()) {
      return Decision.refused(
          "instrument-of-the-track",
          "The track " + track.code() + " places by " + track.instrument() + ".");
    }
    if (measured instanceof Measured.Asam4(var minimums)
        && minimums.size() < Dimension.values().length) {
      return Decision.refused(
          "all-dimensions-rated", "Each of D1 to D5 needs the minimum level that is safe.");
    }
    LevelOfCare recommended = recommended(measured, pack);
    boolean overridden = recommended != choice.chosen();
    if (overridden && (choice.overrideReason() == null || choice.overrideReason().isBlank())) {
      return Decision.refused(
          "override-has-a-reason",
          "The instrument recommends " + recommended + "; another level needs a reason.");
    }
    if (overridden && !roles.contains("clinical_director")) {
      return Decision.refused(
          "override-by-clinical-director",
          "Only the clinical director chooses another level than " + recommended + ".");
    }
    Placement placement =
        new Placement(
            subject.id(),
            subject.patient(),
            subject.referral(),
            measured,
            recommended,
            choice.chosen(),
            overridden ? choice.overrideReason() : null,
            choice.whyNotLower(),
            choice.whyNotHigher(),
            now,
            pack.version(),
            subject.labels());
    return Decision.applied(
        placement,
        new LevelOfCareDetermined(
            placement.id(),
            placement.patient(),
            placement.referral(),
            measured.instrument().name(),
            recommended,
            placement.chosen(),
            overridden,
            now));
  }

  static LevelOfCare recommended(Measured measured, RulePack pack) {
    return switch (measured) {
      case Measured.Asam4(var minimums) -> highest(minimums.values());
      case Measured.Locus(var composite) -> locus(composite, pack);
    };
  }

  /** The most intensive of the minimums, never an average (ASAM-4). */
  private static LevelOfCare highest(Collection<LevelOfCare> minimums) {
    return minimums.stream().max(Comparable::compareTo).orElseThrow();
  }

  /** The band of the composite (LOC-2). */
  private static LevelOfCare locus(int composite, RulePack pack) {
    if (composite >= pack.number("locus-inpatient-from")) {
      return LevelOfCare.INPATIENT;
    }
    if (composite >= pack.number("locus-residential-from")) {
      return LevelOfCare.RESIDENTIAL;
    }
    if (composite >= pack.number("locus-partial-hospitalization-from")) {
      return LevelOfCare.PARTIAL_HOSPITALIZATION;
    }
    if (composite >= pack.number("locus-intensive-outpatient-from")) {
      return LevelOfCare.INTENSIVE_OUTPATIENT;
    }
    return LevelOfCare.OUTPATIENT;
  }
}
