package org.daybridge.medication.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.medication.knowledge.AlertType.ALLERGY;
import static org.daybridge.medication.safety.SafetyFixture.asking;

import org.junit.jupiter.api.Test;

class AllergyRulesTest {

  @Test
  void anAllergyToTheIngredientIsABar() {
    assertThat(asking().allergy("lamotrigine").with("lamotrigine").found(ALLERGY))
        .containsExactly("PF-27 contraindicated");
  }

  @Test
  void aromaticAnticonvulsantsCrossReact() {
    assertThat(asking().allergy("carbamazepine").with("oxcarbazepine").found(ALLERGY))
        .containsExactly("PF-27 contraindicated");
    assertThat(asking().allergy("phenytoin").with("lamotrigine").found(ALLERGY))
        .containsExactly("PF-27 moderate");
  }

  @Test
  void anAllergyToAGroupMeetsItsMembers() {
    assertThat(asking().allergy("Benzodiazepines").with("lorazepam").found(ALLERGY))
        .containsExactly("PF-27 contraindicated");
  }

  @Test
  void anIntoleranceIsShownButIsNoBar() {
    assertThat(asking().intolerance("sertraline").with("sertraline").found(ALLERGY))
        .containsExactly("PF-27 moderate");
  }

  @Test
  void otherDrugsAreNotConcerned() {
    assertThat(asking().allergy("carbamazepine").with("sertraline").found(ALLERGY)).isEmpty();
  }

  @Test
  void anUnknownAllergenIsNamedAsUnchecked() {
    assertThat(asking().allergy("amoxicillin").with("sertraline").answer().unchecked())
        .extracting(Unchecked::kind, Unchecked::name)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Unchecked.Kind.ALLERGY, "amoxicillin"));
  }
}
