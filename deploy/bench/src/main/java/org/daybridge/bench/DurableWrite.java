package org.daybridge.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.daybridge.bench.load.Call;
import org.daybridge.bench.report.Report;
import org.daybridge.local.ServiceName;
import org.daybridge.local.issuer.Persona;

/** Patients answer a GAD-7: scored, kept, audited and announced in one transaction on disk. */
final class DurableWrite implements Benchmark {

  @Override
  public String number() {
    return "03";
  }

  @Override
  public String title() {
    return "Durable write: a GAD-7 by the patient, with score, audit and event";
  }

  @Override
  public void measure(Lab lab, Report report) throws IOException, InterruptedException {
    Lab.Pace bare = lab.pace(lab.reference().url(), References::bareWrite);
    var transactions = PgBench.rowAndEvent(lab);
    Lab.Pace ours = lab.pace(lab.stack().api(ServiceName.OUTCOMES), submissions(lab));
    report.fact("reference: bare durable row and event", bare.full().perSecond(), "/s");
    report.fact("ours", ours.full().perSecond(), "/s");
    report.fact("ours / bare service", ours.full().perSecond() / bare.full().perSecond(), "");
    transactions.ifPresentOrElse(
        rate -> {
          report.fact("reference: pgbench's row and event", rate, "/s");
          report.atLeast("ours / pgbench", ours.full().perSecond() / rate, "", 0.5);
        },
        () -> report.remark("pgbench is not installed here: that reference was skipped."));
    report.fact("p50 at half of own throughput", ours.steady().millis(50), "ms");
    report.atMost("p99 at half of own throughput", ours.steady().millis(99), "ms", 20);
  }

  /** Answers of the sample's patients in turn, each new. */
  static Supplier<Call> submissions(Lab lab) {
    List<Sender> senders =
        lab.patients().stream().map(patient -> new Sender(lab, patient)).toList();
    int[] turn = {0};
    return () -> senders.get(turn[0]++ % senders.size()).next();
  }

  private static final class Sender {
    private final String token;

    Sender(Lab lab, Persona patient) {
      this.token = lab.token(patient.subject(), "patient");
    }

    Call next() {
      JsonObject answers = new JsonObject();
      for (int item = 1; item <= 7; item++) {
        answers.put(Integer.toString(item), ThreadLocalRandom.current().nextInt(4));
      }
      return Call.post(
          "/api/outcomes/v1/measures",
          token,
          UUID.randomUUID().toString(),
          new JsonObject().put("instrument", "GAD-7").put("answers", answers).encode());
    }
  }
}
