package org.daybridge.kit.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.daybridge.kit.problem.ProblemCatalog;

/**
 * What holds of main sources as text: no file over 400 lines, and every slug that refuses is listed
 * in a catalog of problems. A service asserts that {@code
 * SourceRules.findings(Path.of("src/main"))} is empty.
 */
public final class SourceRules {
  private static final int LONGEST = 400;
  private static final Pattern REFUSAL =
      Pattern.compile(
          "(?:refused|refusedState|RuleRefused\\.rule|RuleRefused\\.state|new RuleRefused"
              + "|new BadRequest)\\(\\s*\"([a-z0-9-]+)\"");

  private SourceRules() {}

  public static List<String> findings(Path main) {
    List<String> findings = new ArrayList<>();
    try (Stream<Path> files = Files.walk(main)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        findings.addAll(findings(file.toString(), Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return findings;
  }

  static List<String> findings(String file, String source) {
    List<String> findings = new ArrayList<>();
    long lines = source.chars().filter(one -> one == '\n').count();
    if (lines > LONGEST) {
      findings.add(file + " has " + lines + " lines, more than " + LONGEST);
    }
    Matcher refusal = REFUSAL.matcher(source);
    while (refusal.find()) {
      if (ProblemCatalog.get().find(refusal.group(1)).isEmpty()) {
        findings.add(file + " refuses by '" + refusal.group(1) + "', which no problems.csv lists");
      }
    }
    return findings;
  }
}
