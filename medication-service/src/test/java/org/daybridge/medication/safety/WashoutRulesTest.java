package org.daybridge.medication.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.medication.knowledge.AlertType.DDI;
import static org.daybridge.medication.knowledge.AlertType.WASHOUT;
import static org.daybridge.medication.safety.SafetyFixture.asking;
import static org.daybridge.medication.safety.SafetyFixture.med;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WashoutRulesTest {

  @ParameterizedTest
  @CsvSource({
    "phenelzine, sertraline, 13, contraindicated",
    "phenelzine, sertraline, 14, none",
    "phenelzine, bupropion, 13, contraindicated",
    "tranylcypromine, phenelzine, 13, contraindicated",
    "sertraline, phenelzine, 13, contraindicated",
    "sertraline, phenelzine, 14, none",
    "fluoxetine, phenelzine, 34, contraindicated",
    "fluoxetine, phenelzine, 35, none",
    "venlafaxine, phenelzine, 6, contraindicated",
    "venlafaxine, phenelzine, 7, moderate",
    "venlafaxine, phenelzine, 14, none",
    "duloxetine, phenelzine, 4, contraindicated",
    "duloxetine, phenelzine, 5, moderate",
    "disulfiram, metronidazole, 13, contraindicated",
    "disulfiram, metronidazole, 14, none",
    "sertraline, lithium, 1, none"
  })
  void asksForTheDaysBetweenTwoDrugs(String stopped, String started, int daysAgo, String severity) {
    var found =
        asking()
            .with(med(stopped).endedDaysAgo(daysAgo))
            .with(med(started).proposed())
            .alerts(WASHOUT);

    assertThat(found.stream().map(alert -> alert.severity().code()).findFirst().orElse("none"))
        .isEqualTo(severity);
  }

  @Test
  void twoDrugsTakenTogetherAreAnInteractionAndNoWashout() {
    var both = asking().with("phenelzine", "sertraline");

    assertThat(both.alerts(WASHOUT)).isEmpty();
    assertThat(both.found(DDI)).containsExactly("DDI-001 contraindicated");
  }
}
