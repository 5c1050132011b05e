package org.daybridge.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own load generator, where it is installed. */
final class PgBench {

  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial");
  private static final String ROW_AND_EVENT =
      """
      begin;
      insert into row (id, owner, content) values (gen_random_uuid(), gen_random_uuid(), repeat('x', 140));
      insert into event (about, content) values (gen_random_uuid(), repeat('x', 140));
      commit;
      """;

  private PgBench() {}

  /** Transactions per second of a row and its event, each statement a round trip, 32 clients. */
  static Optional<Double> rowAndEvent(Lab lab) throws IOException, InterruptedException {
    Path script = Files.createTempFile("row-and-event", ".sql");
    Files.writeString(script, ROW_AND_EVENT);
    URI url =
        URI.create(Lab.url(lab.stack(), ReferenceService.DATABASE).substring("jdbc:".length()));
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                "pgbench",
                "-h",
                url.getHost(),
                "-p",
                Integer.toString(url.getPort()),
                "-U",
                "postgres",
                "-n",
                "-M",
                "prepared",
                "-c",
                "32",
                "-j",
                "2",
                "-T",
                "10",
                "-f",
                script.toString(),
                ReferenceService.DATABASE));
    builder.environment().put("PGPASSWORD", Lab.superuserPassword(lab.stack()));
    try {
      Process process = builder.redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException("pgbench failed: " + said);
      }
      Matcher rate = RATE.matcher(said);
      if (!rate.find()) {
        throw new IOException("pgbench told no rate: " + said);
      }
      return Optional.of(Double.valueOf(rate.group(1)));
    } catch (IOException failed) {
      if (isInstalled()) {
        throw failed;
      }
      return Optional.empty();
    } finally {
      Files.delete(script);
    }
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("pgbench", "--version").start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
