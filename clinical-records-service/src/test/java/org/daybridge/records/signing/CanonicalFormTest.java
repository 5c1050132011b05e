package org.daybridge.records.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {

  @Test
  void sortsKeysAndLeavesOutWhatIsAbsent() {
    var form = CanonicalForm.of(Map.of("b", 1, "a", List.of(true, "x"), "c", Optional.empty()));
    assertThat(form).isEqualTo("{\"a\":[true,\"x\"],\"b\":1}");
  }

  @Test
  void escapesQuotesLinesAndControlCharacters() {
    assertThat(CanonicalForm.of(Map.of("t", "\"a\\\n\u0001é")))
        .isEqualTo("{\"t\":\"\\\"a\\\\\\n\\u0001é\"}");
  }

  @Test
  void knownTextHasTheKnownHash() {
    assertThat(ContentHash.of("abc").value())
        .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
