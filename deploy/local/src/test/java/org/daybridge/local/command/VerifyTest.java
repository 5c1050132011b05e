package org.daybridge.local.command;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {

  private static final String BROKEN_DOCUMENT =
      """
      {"items":[{"kind":"note","id":"n1","canonical":"{\\"form\\":1}",
      "contentHash":"sha256:%s"}]}
      """
          .formatted("9bcfca8ca6aa7fb0fb8e8f0c1d6d2b24a3a21fb2f4a6f4c4b3b7e0f1c2d3e4f5");

  @TempDir private Path folder;

  @Test
  void aTextThatIsNotWhatWasHashedIsNamed() throws IOException {
    var file = Files.writeString(folder.resolve("broken.json"), BROKEN_DOCUMENT);
    assertThatThrownBy(() -> Verify.run(List.of(file.toString())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("note n1");
  }

  @Test
  void aTextThatWasHashedAgreesWhereverItStands() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("whole.json"),
            "[{\"x\":{\"canonical\":\"abc\",\"contentHash\":\"sha256:ba7816bf8f01cfea414140de5dae2223"
                + "b00361a396177a9cb410ff61f20015ad\"}}]");
    assertThatCode(() -> Verify.run(List.of(file.toString()))).doesNotThrowAnyException();
  }

  @Test
  void aFileWithoutASignedDocumentIsNoProof() throws IOException {
    var file = Files.writeString(folder.resolve("empty.json"), "{\"items\":[]}");
    assertThatThrownBy(() -> Verify.run(List.of(file.toString()))).isInstanceOf(WrongUsage.class);
  }
}
