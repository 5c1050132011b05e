package org.daybridge.medication.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.medication.knowledge.AlertType.DDI;
import static org.daybridge.medication.safety.SafetyFixture.KNOWLEDGE;
import static org.daybridge.medication.safety.SafetyFixture.asking;
import static org.daybridge.medication.safety.SafetyFixture.med;

import java.util.List;
import org.daybridge.medication.knowledge.Interaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InteractionRulesTest {

  static List<Interaction> rowsWithAPair() {
    return KNOWLEDGE.tables().interactions().stream().filter(r -> !r.example().isEmpty()).toList();
  }

  private static SafetyFixture.Med onItsRoute(Interaction row, String drug) {
    return row.a().asksForRoute() ? med(drug).by("IM") : med(drug);
  }

  @ParameterizedTest
  @MethodSource("rowsWithAPair")
  void everyRowSpeaksForItsExamplePair(Interaction row) {
    var first = row.example().getFirst();
    var second = row.example().getLast();

    var alerts = asking().with(onItsRoute(row, first)).with(onItsRoute(row, second)).alerts(DDI);

    assertThat(alerts).hasSize(1);
    var alert = alerts.getFirst();
    assertThat(alert.severity()).isLessThanOrEqualTo(row.severity());
    var rows =
        KNOWLEDGE.between(
            KNOWLEDGE.byName(first).orElseThrow(), KNOWLEDGE.byName(second).orElseThrow());
    assertThat(rows).extracting(Interaction::id).contains(row.id(), alert.ruleId());
  }

  @ParameterizedTest
  @MethodSource("rowsWithAPair")
  void noRowSpeaksForOneOfItsDrugsAlone(Interaction row) {
    assertThat(asking().with(onItsRoute(row, row.example().getFirst())).alerts(DDI)).isEmpty();
    assertThat(asking().with(onItsRoute(row, row.example().getLast())).alerts(DDI)).isEmpty();
  }

  @Test
  void theMostSeriousRowSpeaksWhenSeveralMatchOnePair() {
    assertThat(asking().with("ziprasidone", "amiodarone").found(DDI))
        .containsExactly("DDI-079 contraindicated");
  }

  @Test
  void carbamazepineIsWorseWithLurasidoneThanWithQuetiapine() {
    assertThat(asking().with("carbamazepine", "lurasidone").found(DDI))
        .containsExactly("DDI-057 contraindicated");
    assertThat(asking().with("carbamazepine", "quetiapine").found(DDI))
        .containsExactly("DDI-057 major");
  }

  @Test
  void olanzapineAndLorazepamOnlyClashAsInjections() {
    assertThat(asking().with("olanzapine", "lorazepam").found(DDI)).isEmpty();
    assertThat(asking().with(med("olanzapine").by("IM")).with("lorazepam").found(DDI)).isEmpty();
    assertThat(asking().with(med("olanzapine").by("IM")).with(med("lorazepam").by("iv")).found(DDI))
        .containsExactly("DDI-023 major");
  }

  @Test
  void smokingCessationRaisesClozapine() {
    assertThat(asking().condition("smoking cessation").with("clozapine").found(DDI))
        .containsExactly("DDI-071 major");
    assertThat(asking().with("clozapine").found(DDI)).isEmpty();
  }

  @Test
  void bupropionIsNotStartedInWithdrawal() {
    assertThat(asking().icd("F10.239").with(med("bupropion").proposed()).found(DDI))
        .containsExactly("DDI-089 contraindicated");
  }

  @Test
  void aDrugThatHasEndedNoLongerInteracts() {
    assertThat(asking().with("lithium").with(med("ibuprofen").endedDaysAgo(1)).found(DDI))
        .isEmpty();
    assertThat(asking().with("lithium").with(med("ibuprofen").endedDaysAgo(0)).found(DDI))
        .containsExactly("DDI-037 major");
  }

  @Test
  void eachPairOfThreeHasItsOwnAlert() {
    assertThat(asking().with("sertraline", "phenelzine", "tramadol").alerts(DDI)).hasSize(3);
  }
}
