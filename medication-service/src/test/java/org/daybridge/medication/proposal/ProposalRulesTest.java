package org.daybridge.medication.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.daybridge.medication.knowledge.Knowledge;
import org.daybridge.medication.knowledge.store.KnowledgeFiles;
import org.daybridge.medication.proposal.ProposedItem.Basis;
import org.daybridge.medication.proposal.ProposedItem.Proposal;
import org.daybridge.medication.proposal.ProposedItem.Unchecked;
import org.daybridge.medication.proposal.StatedMedication.Standing;
import org.daybridge.medication.safety.MedicationEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProposalRulesTest {
  private static final Knowledge KNOWLEDGE =
      KnowledgeFiles.inForceOn(LocalDate.parse("2026-11-22"));

  private static StatedMedication stated(
      @Nullable String name, List<String> codes, List<String> ingredients, Standing standing) {
    return new StatedMedication(
        "MedicationStatement",
        null,
        standing,
        true,
        name,
        codes,
        ingredients,
        null,
        null,
        null,
        null,
        LocalDate.EPOCH,
        null);
  }

  private static StatedMedication taken(@Nullable String name, String... codes) {
    return stated(name, List.of(codes), List.of(), Standing.TAKEN);
  }

  private static ProposalRules nothingKnown() {
    return new ProposalRules(KNOWLEDGE, List.of());
  }

  private static ProposalRules.Reading read(StatedMedication stated) {
    return nothingKnown().read(stated);
  }

  @Test
  void aCodeIsCertainAndAnExactNameIsInferred() {
    assertThat(read(taken("any words", "36437")).basis()).isEqualTo(Basis.CODE);
    assertThat(read(taken("  LITHIUM ")).basis()).isEqualTo(Basis.NAME);
    assertThat(read(taken("sertraline", "312941")).basis()).isEqualTo(Basis.NAME);
    assertThat(Basis.NAME.isInferred()).isTrue();
    assertThat(Basis.CODE.isInferred()).isFalse();
  }

  @Test
  void theNameOfAProductIsNeverTakenApart() {
    assertThat(read(taken("sertraline 50 MG Oral Tablet", "312941")).unchecked())
        .isEqualTo(Unchecked.NOT_COVERED);
  }

  @Test
  void whatContradictsItselfIsUnchecked() {
    assertThat(read(taken("bupropion", "36437")).unchecked())
        .isEqualTo(Unchecked.CODE_AND_NAME_DIFFER);
    assertThat(read(taken("x", "36437", "4493")).unchecked()).isEqualTo(Unchecked.CODES_DIFFER);
    assertThat(read(taken(null)).unchecked()).isEqualTo(Unchecked.NO_CODE_NO_NAME);
  }

  @Test
  void aProductOfOneIngredientIsReadByItsCodeAndOneOfSeveralIsNot() {
    assertThat(read(stated("product", List.of(), List.of("42347"), Standing.TAKEN)).basis())
        .isEqualTo(Basis.INGREDIENT_CODE);
    assertThat(
            read(stated("product", List.of(), List.of("42347", "7243"), Standing.TAKEN))
                .unchecked())
        .isEqualTo(Unchecked.SEVERAL_INGREDIENTS);
  }

  @Test
  void whatIsTakenOrSentTwiceIsSaidToBe() {
    var rules = new ProposalRules(KNOWLEDGE, List.of(MedicationEntry.named("lithium")));

    assertThat(proposal(rules, taken("x", "6448"))).isEqualTo(Proposal.KNOWN_ALREADY);
    assertThat(proposal(rules, taken("Home remedy"))).isEqualTo(Proposal.ADD);
    assertThat(proposal(rules, taken("home  remedy"))).isEqualTo(Proposal.REPEATED);
    assertThat(proposal(rules, taken(null))).isEqualTo(Proposal.ADD);
    assertThat(proposal(rules, taken(null))).isEqualTo(Proposal.ADD);
    assertThat(proposal(rules, stated("x", List.of("6448"), List.of(), Standing.UNCLEAR)))
        .isEqualTo(Proposal.ASK);
  }

  private static Proposal proposal(ProposalRules rules, StatedMedication stated) {
    return rules.propose(stated, rules.read(stated));
  }
}
