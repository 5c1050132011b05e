package org.daybridge.medication.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.medication.knowledge.AlertType.DDI;
import static org.daybridge.medication.safety.SafetyFixture.asking;
import static org.daybridge.medication.safety.SafetyFixture.med;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnderstandingTest {

  @Test
  void anIngredientCodeNeedsNoName() {
    var answer = asking().with(med(null).code("36437")).with("phenelzine").answer();

    assertThat(answer.has(org.daybridge.medication.knowledge.Severity.CONTRAINDICATED)).isTrue();
    assertThat(answer.unchecked()).isEmpty();
  }

  @Test
  void anExactNameIsTakenAndMarkedAsInferred() {
    assertThat(asking().with("  SERTRALINE  hydrochloride ").answer().inferred())
        .extracting(Inferred::ingredient)
        .containsExactly("sertraline");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sertraline 50 MG Oral Tablet", "Zoloft", "sertralin", "sertraline/x"})
  void aProductNameIsNeverTakenApart(String name) {
    var answer = asking().with(med(name).code("312941")).with("phenelzine").answer();

    assertThat(answer.unchecked())
        .extracting(Unchecked::name, Unchecked::rxcui, Unchecked::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(name, "312941", Understanding.NOT_COVERED));
    assertThat(answer.alerts()).noneMatch(alert -> alert.type() == DDI);
  }

  @Test
  void aCodeThatContradictsItsNameIsNotChecked() {
    var answer = asking().with(med("escitalopram").code("32937")).answer();

    assertThat(answer.unchecked())
        .extracting(Unchecked::reason)
        .containsExactly(Understanding.CONTRADICTION);
  }

  @Test
  void saltsOfValproateAreOneIngredient() {
    assertThat(
            asking().with(med(null).code("11118")).with(med("divalproex sodium")).answer().alerts())
        .anyMatch(alert -> alert.ruleId().equals("PF-30"));
  }

  @Test
  void conditionsThatNoRuleKnowsAreNamed() {
    assertThat(asking().condition("brain fog").condition("depression").answer().unchecked())
        .extracting(Unchecked::name)
        .containsExactly("brain fog");
  }

  @Test
  void foodAllergiesAreNotCompared() {
    var check =
        new SafetyCheck(
            SafetyFixture.TODAY,
            SafetyFixture.NOON,
            PatientFacts.unknown(),
            java.util.List.of(),
            java.util.List.of(new AllergyEntry("peanut", null, "food", false)));

    assertThat(SafetyFixture.ENGINE.check(check).unchecked()).isEmpty();
  }
}
