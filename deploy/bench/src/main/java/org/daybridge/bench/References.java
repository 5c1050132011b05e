package org.daybridge.bench;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.daybridge.bench.load.Call;
import org.daybridge.bench.report.Report;

/** What this machine can do at all: a bare service, and the database alone. */
final class References implements Benchmark {

  @Override
  public String number() {
    return "00";
  }

  @Override
  public String title() {
    return "References: a bare service and the database alone";
  }

  @Override
  public void measure(Lab lab, Report report) throws IOException, InterruptedException {
    AtomicInteger turn = new AtomicInteger();
    Lab.Pace read =
        lab.pace(
            lab.reference().url(),
            () -> Call.get("/rows/" + ReferenceService.row(turn.getAndIncrement()), ""));
    report.fact("bare read by primary key, 32 callers", read.full().perSecond(), "/s");
    report.fact("… p99 at half of that", read.steady().millis(99), "ms");
    Lab.Pace list =
        lab.pace(
            lab.reference().url(),
            () -> Call.get("/rows?owner=" + ReferenceService.owner(turn.getAndIncrement()), ""));
    report.fact("bare list of 20, 32 callers", list.full().perSecond(), "/s");
    Lab.Pace write = lab.pace(lab.reference().url(), References::bareWrite);
    report.fact("bare durable row and event, 32 callers", write.full().perSecond(), "/s");
    report.fact("… p99 at half of that", write.steady().millis(99), "ms");
    var transactions = PgBench.rowAndEvent(lab);
    if (transactions.isPresent()) {
      report.fact(
          "pgbench: row and event in four round trips, 32 clients", transactions.get(), "/s");
    } else {
      report.remark("pgbench is not installed here: that reference was skipped.");
    }
  }

  static Call bareWrite() {
    return Call.post(
        "/rows",
        "",
        "",
        "{\"owner\":\"%s\",\"content\":\"%s\"}"
            .formatted(UUID.randomUUID(), "a row of about the size of a score ".repeat(4)));
  }
}
