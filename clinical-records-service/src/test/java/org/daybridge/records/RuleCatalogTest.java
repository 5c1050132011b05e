package org.daybridge.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.daybridge.kit.problem.ProblemCatalog;
import org.junit.jupiter.api.Test;

/** A rule's slug is found in code, in the problem catalog and in the README, or in none of them. */
class RuleCatalogTest {

  private static final Pattern REFUSAL =
      Pattern.compile(
          "(?:refused|refusedState|RuleRefused\\.rule|RuleRefused\\.state|capacity)\\(\\s*\"([a-z0-9-]+)\"");
  private static final Pattern GAP = Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+){2,})\"");

  @Test
  void everyRefusalIsListedAsAProblemAndInTheReadme() throws IOException {
    var readme = Files.readString(Path.of("README.md"));
    var slugs = slugs();
    assertThat(slugs).hasSizeGreaterThan(40);
    assertThat(slugs).allSatisfy(slug -> assertThat(ProblemCatalog.get().find(slug)).isPresent());
    assertThat(slugs)
        .filteredOn(slug -> !Set.of("changed-meanwhile", "conflict").contains(slug))
        .allSatisfy(slug -> assertThat(readme).contains("`" + slug + "`"));
  }

  private static Set<String> slugs() throws IOException {
    var slugs = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        var code = Files.readString(file);
        find(REFUSAL, code, slugs);
        var rules = !file.toString().contains("continuedstay");
        if (rules && (code.contains("new Gap(") || code.contains("gapWhen("))) {
          find(GAP, code, slugs);
        }
      }
    }
    slugs.removeIf(slug -> slug.startsWith("daybridge-"));
    return slugs;
  }

  private static void find(Pattern pattern, String code, Set<String> into) {
    var matcher = pattern.matcher(code);
    while (matcher.find()) into.add(matcher.group(1));
  }
}
