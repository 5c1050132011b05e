package org.daybridge.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.daybridge.bench.report.Machine;
import org.daybridge.bench.report.Report;
import org.daybridge.bench.report.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final Machine MACHINE =
      new Machine("abc1234", LocalDate.of(2026, 11, 26), "a processor", 2, "24 GB");

  @Test
  void saysWhetherAGoalWasReached() {
    Report report = new Report("01 Something");
    report.atMost("on the goal", 10, "ms", 10);
    report.atMost("above it", 10.1, "ms", 10);
    report.atLeast("below it", 0.49, "", 0.5);
    report.atLeast("enough", 0.5, "", 0.5);
    assertThat(report.table())
        .contains("| on the goal | 10.0 ms | ≤ 10.0 ms | reached |")
        .contains("| above it | 10.1 ms | ≤ 10.0 ms | **missed** |")
        .contains("| below it | 0.49 | ≥ 0.50 | **missed** |")
        .contains("| enough | 0.50 | ≥ 0.50 | reached |");
  }

  @Test
  void replacesItsOwnSectionOnly(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("RESULTS.md");
    Results results = new Results(page);
    results.replace("01", section("01 First", 1));
    results.replace("02", section("02 Second", 2));
    results.replace("01", section("01 First", 3));
    String text = Files.readString(page);
    assertThat(text).contains("abc1234").contains("| it | 3.00 ms |").contains("| it | 2.00 ms |");
    assertThat(text).doesNotContain("| it | 1.00 ms |");
    assertThat(text.indexOf("01 First")).isLessThan(text.indexOf("02 Second"));
  }

  private static String section(String title, double value) {
    Report report = new Report(title);
    report.fact("it", value, "ms");
    return report.section(MACHINE);
  }
}
