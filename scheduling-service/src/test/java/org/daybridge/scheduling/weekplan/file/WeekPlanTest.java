package org.daybridge.scheduling.weekplan.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeekPlanTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir Path folder;

  @Test
  void aWeekIsWrittenThatCouldBePublished() throws Exception {
    Path solution = folder.resolve("solution.json");
    assertThat(run(tiny().toString(), "--out", solution.toString(), "--seconds", "1")).isZero();
    assertThat(Files.readString(solution))
        .contains("\"iop-week-solution/1\"", "\"problem\" : \"tiny\"", "\"activity\" : \"i1\"");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("hard 0, medium 0");
  }

  @Test
  void careThatCanNotBeGivenIsExplained() throws Exception {
    Path problem = folder.resolve("problem.json");
    Files.writeString(
        problem,
        Files.readString(tiny()).replace("\"office\"", "\"pool\"").replaceFirst("pool", "office"));
    Path solution = folder.resolve("solution.json");
    assertThat(run(problem.toString(), "--out", solution.toString(), "--seconds", "1")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("activity i1 lacks care")
        .contains("without H04 there would be");
  }

  @Test
  void aWrongCallOrFileEndsWithTwoAndSaysWhy() throws Exception {
    assertThat(run()).isEqualTo(2);
    assertThat(run(tiny().toString(), "--out")).isEqualTo(2);
    assertThat(run(tiny().toString(), "--out", "x", "--seconds", "0")).isEqualTo(2);
    assertThat(run(tiny().toString(), "--out", "x", "--fast")).isEqualTo(2);
    assertThat(run(tiny().toString(), "--out", "x", "--check", "y")).isEqualTo(2);
    assertThat(run(folder.resolve("none.json").toString(), "--out", "x")).isEqualTo(2);
    Path broken = folder.resolve("broken.json");
    Files.writeString(broken, "{}");
    assertThat(run(broken.toString(), "--out", folder.resolve("s").toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("/format: one of iop-week/1", "/activities: a list");
    assertThat(folder.resolve("s")).doesNotExist();
  }

  @Test
  void aWeekLaidOutByHandIsCounted() throws Exception {
    assertThat(run(tiny().toString(), "--check", plan().toString())).isZero();
    Path broken = folder.resolve("plan.json");
    Files.writeString(broken, Files.readString(plan()).replace("T10:00", "T09:30"));
    assertThat(run(tiny().toString(), "--check", broken.toString())).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("H05 1", "H11 4");
    Files.writeString(broken, Files.readString(plan()).replace("\"ben\"", "\"nobody\", 3"));
    assertThat(run(tiny().toString(), "--check", broken.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("/assignments/1/clinicians: a list of texts");
  }

  @Test
  void theFirstPlanAloneBreaksNoRuleEither() throws Exception {
    Path solution = folder.resolve("greedy.json");
    assertThat(run(tiny().toString(), "--out", solution.toString(), "--greedy")).isZero();
    assertThat(run(tiny().toString(), "--check", solution.toString())).isZero();
  }

  private int run(String... arguments) {
    return new WeekPlan(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(List.of(arguments));
  }

  private static Path plan() {
    return Path.of("src/test/resources/weekplan/tiny-plan.json");
  }

  private static Path tiny() {
    return Path.of("src/test/resources/weekplan/tiny-week.json");
  }
}
