package org.daybridge.intake.levelofcare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daybridge.contract.intake.DecisionId;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.Population;
import org.daybridge.contract.intake.ProgramId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.contract.intake.TrackId;
import org.daybridge.intake.program.Track;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.rulepack.RulePack;
import org.daybridge.kit.rulepack.RulePacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {
  private static final RulePack PACK = new RulePacks().on(LocalDate.of(2026, 1, 1));
  private static final Placement.Subject SUBJECT =
      new Placement.Subject(
          new DecisionId(Ids.next()), new PatientId(Ids.next()), new ReferralId(Ids.next()), 0);

  private static Track track(Track.Instrument instrument) {
    return new Track(
        new TrackId(Ids.next()),
        new ProgramId(Ids.next()),
        "t",
        "t",
        Population.MENTAL_HEALTH,
        LevelOfCare.INTENSIVE_OUTPATIENT,
        "DAY",
        instrument,
        8,
        List.of(),
        true);
  }

  private static Placement.Measured.Asam4 rated(LevelOfCare highest) {
    Map<Placement.Dimension, LevelOfCare> minimums = new EnumMap<>(Placement.Dimension.class);
    for (Placement.Dimension dimension : Placement.Dimension.values()) {
      minimums.put(dimension, LevelOfCare.OUTPATIENT);
    }
    minimums.put(Placement.Dimension.D3, highest);
    return new Placement.Measured.Asam4(minimums);
  }

  private static Decision<Placement, ?> decide(
      Placement.Measured measured, LevelOfCare chosen, String reason, String role) {
    return Placement.decide(
        SUBJECT,
        track(measured.instrument()),
        measured,
        new Placement.Choice(chosen, reason, "no", "no"),
        Set.of(role),
        PACK,
        Instant.EPOCH);
  }

  @Test
  void asamRecommendsTheHighestMinimumNeverAMean() {
    assertThat(Placement.recommended(rated(LevelOfCare.INPATIENT), PACK))
        .isEqualTo(LevelOfCare.INPATIENT);
  }

  @ParameterizedTest
  @CsvSource({
    "7,OUTPATIENT", "16,OUTPATIENT", "17,INTENSIVE_OUTPATIENT", "19,INTENSIVE_OUTPATIENT",
    "20,PARTIAL_HOSPITALIZATION", "22,PARTIAL_HOSPITALIZATION", "23,RESIDENTIAL", "27,RESIDENTIAL",
    "28,INPATIENT", "35,INPATIENT"
  })
  void locusBandsAreInclusiveAtTheirLowerEdge(int composite, LevelOfCare level) {
    assertThat(Placement.recommended(new Placement.Measured.Locus(composite), PACK))
        .isEqualTo(level);
  }

  @Test
  void anOverrideNeedsAReasonAndTheClinicalDirector() {
    var measured = rated(LevelOfCare.PARTIAL_HOSPITALIZATION);
    assertThat(decide(measured, LevelOfCare.INTENSIVE_OUTPATIENT, null, "clinical_director"))
        .isInstanceOfSatisfying(
            Decision.Refused.class, r -> assertThat(r.rule()).isEqualTo("override-has-a-reason"));
    assertThat(decide(measured, LevelOfCare.INTENSIVE_OUTPATIENT, "no bed", "therapist"))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            r -> assertThat(r.rule()).isEqualTo("override-by-clinical-director"));
    assertThat(decide(measured, LevelOfCare.INTENSIVE_OUTPATIENT, "no bed", "clinical_director"))
        .isInstanceOf(Decision.Applied.class);
  }

  @Test
  void everyDimensionMustBeRated() {
    assertThat(
            decide(
                new Placement.Measured.Asam4(
                    Map.of(Placement.Dimension.D1, LevelOfCare.OUTPATIENT)),
                LevelOfCare.OUTPATIENT,
                null,
                "therapist"))
        .isInstanceOfSatisfying(
            Decision.Refused.class, r -> assertThat(r.rule()).isEqualTo("all-dimensions-rated"));
  }
}
