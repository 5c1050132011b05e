package org.daybridge.records.groupnote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.records.groupnote.IndividualSection.Participation;
import org.daybridge.records.groupnote.IndividualSection.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndividualizationGateTest {

  private static final PatientId ANN = new PatientId(new UUID(2, 1));
  private static final PatientId BEN = new PatientId(new UUID(2, 2));
  private static final String PHRASE = "Patient was oriented to group rules and confidentiality.";

  private final IndividualizationGate gate =
      new IndividualizationGate(new GateLimits(0.85, 40, 3, List.of(PHRASE)));

  @ParameterizedTest
  @CsvSource({"39,0", "40,1"})
  void judgesFreeTextFromFortyWords(int words, int clones) {
    assertThat(clones(words(words, 0), words(words, 0))).hasSize(clones);
  }

  /** Of n words one changed in the middle costs 3 of n-2 shingles: (n-5)/(n+1). */
  @ParameterizedTest
  @CsvSource({"40,1", "42,1"})
  void oneChangedWordInFortyIsStillAClone(int count, int clones) {
    assertThat(clones(words(count, 0), words(count, 1))).hasSize(clones);
  }

  @Test
  void threeChangedWordsInFortyAreNotAClone() {
    assertThat(clones(words(40, 0), words(40, 3))).isEmpty();
  }

  @Test
  void theTemplatesPhrasesDoNotCountAsCopied() {
    var same = PHRASE + " " + words(20, 0);
    assertThat(clones(same + " " + PHRASE + PHRASE, same + " " + PHRASE + PHRASE)).isEmpty();
  }

  @Test
  void caseAndPunctuationDoNotHideAClone() {
    var text = words(45, 0);
    assertThat(clones(text, text.toUpperCase(java.util.Locale.ROOT).replace(" ", ", "))).hasSize(1);
  }

  @Test
  void reportsTheSharedSpansAsWrittenInTheFirst() {
    var shared = words(80, 0);
    var one = "Alone begins this. " + shared;
    var clone = clones(one, shared + " and so it ends").getFirst();
    assertThat(clone.spans())
        .singleElement()
        .satisfies(span -> assertThat(one.substring(span.from(), span.to())).isEqualTo(shared));
  }

  private List<Clone> clones(String one, String other) {
    return gate.clones(List.of(section(ANN, one), section(BEN, other)), Map.of());
  }

  private static String words(int count, int changed) {
    var words = new ArrayList<>(IntStream.range(0, count).mapToObj(i -> "word" + i).toList());
    for (int i = 0; i < changed; i++) words.set(count / (changed + 1) * (i + 1), "other" + i);
    return String.join(" ", words);
  }

  private static IndividualSection section(PatientId patient, String text) {
    return new IndividualSection(patient, Participation.ACTIVE, Response.PROGRESS, text, List.of());
  }
}
