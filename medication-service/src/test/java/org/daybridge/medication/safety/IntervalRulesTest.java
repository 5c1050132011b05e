package org.daybridge.medication.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.medication.knowledge.AlertType.ALCOHOL_FREE;
import static org.daybridge.medication.knowledge.AlertType.OPIOID_FREE;
import static org.daybridge.medication.safety.SafetyFixture.NOON;
import static org.daybridge.medication.safety.SafetyFixture.asking;
import static org.daybridge.medication.safety.SafetyFixture.med;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalRulesTest {

  @ParameterizedTest
  @CsvSource({
    "oxycodone, 6, contraindicated",
    "oxycodone, 7, major",
    "oxycodone, 9, major",
    "oxycodone, 10, none",
    "methadone, 13, contraindicated",
    "methadone, 14, none",
    "buprenorphine, 13, contraindicated",
    "buprenorphine, 14, none"
  })
  void naltrexoneNeedsOpioidFreeDays(String opioid, int daysAgo, String severity) {
    var stated = asking().lastOpioid(daysAgo, opioid).with(med("naltrexone").proposed());
    var listed =
        asking().with(med(opioid).endedDaysAgo(daysAgo)).with(med("naltrexone").proposed());

    assertThat(first(stated)).isEqualTo(severity);
    assertThat(first(listed)).isEqualTo(severity);
  }

  private static String first(SafetyFixture.Question question) {
    return question.alerts(OPIOID_FREE).stream()
        .map(alert -> alert.severity().code())
        .findFirst()
        .orElse("none");
  }

  @Test
  void anUnnamedOpioidTwelveDaysAgoIsNamedAsPartlyChecked() {
    var answer = asking().lastOpioid(12, null).with(med("naltrexone").proposed()).answer();

    assertThat(answer.partlyChecked()).extracting(Remark::ruleId).contains("PF-23");
  }

  @ParameterizedTest
  @CsvSource({"719, 1", "720, 0"})
  void disulfiramNeedsTwelveHoursWithoutAlcohol(int minutesAgo, int alerts) {
    var question =
        asking()
            .lastAlcohol(NOON.minus(Duration.ofMinutes(minutesAgo)))
            .with(med("disulfiram").proposed());

    assertThat(question.alerts(ALCOHOL_FREE)).hasSize(alerts);
  }

  @Test
  void anUnknownLastDrinkIsNamedAsPartlyChecked() {
    assertThat(asking().with(med("disulfiram").proposed()).answer().partlyChecked())
        .extracting(Remark::ruleId)
        .contains("PF-24");
  }
}
