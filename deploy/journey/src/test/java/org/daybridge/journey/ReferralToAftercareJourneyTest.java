package org.daybridge.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.daybridge.local.LocalStack;
import org.daybridge.local.StackOptions;
import org.daybridge.local.issuer.AccessTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The five packaged services, the real database and broker, the gateway: one patient's path. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferralToAftercareJourneyTest {
  private LocalStack stack;

  @BeforeAll
  void startTheStack() throws IOException {
    stack = LocalStack.start(StackOptions.forTests(StackOptions.repository()), System.out);
  }

  @AfterAll
  void stopTheStack() {
    stack.close();
  }

  @Test
  void walksFromReferralToAftercare() {
    assertThat(new Journey(stack, System.out).walk()).isGreaterThan(30);
  }

  @Test
  void theFirstCallsOfTheReadmeAreTrue() throws IOException, InterruptedException {
    assumeTrue(has("bash") && has("curl"), "bash and curl are not installed here");
    ProcessBuilder calls =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", firstCalls())
            .directory(StackOptions.repository().toFile())
            .redirectErrorStream(true);
    calls.environment().put("DAYBRIDGE", stack.url());
    calls
        .environment()
        .put(
            "TOKEN",
            stack.token(AccessTokens.Wanted.of("reese-harlow", List.of("intake_coordinator"))));
    Process running = calls.start();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(running.waitFor()).as(said).isZero();
  }

  private static boolean has(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static String firstCalls() throws IOException {
    String readme = Files.readString(StackOptions.repository().resolve("README.md"));
    String marked =
        readme.substring(readme.indexOf("<!-- first-calls"), readme.indexOf("<!-- /first-calls"));
    int begin = marked.indexOf("```bash") + "```bash".length();
    return marked.substring(begin, marked.indexOf("```", begin));
  }
}
