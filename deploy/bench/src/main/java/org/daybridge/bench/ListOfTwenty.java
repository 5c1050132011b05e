package org.daybridge.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.daybridge.bench.load.Call;
import org.daybridge.bench.report.Report;
import org.daybridge.local.ServiceName;
import org.daybridge.local.issuer.Persona;

/** Patients look at their next twenty sessions. */
final class ListOfTwenty implements Benchmark {

  @Override
  public String number() {
    return "02";
  }

  @Override
  public String title() {
    return "List of 20: a patient's sessions, by the patient";
  }

  @Override
  public void measure(Lab lab, Report report) throws IOException, InterruptedException {
    List<Call> calls = new ArrayList<>();
    for (Persona patient : lab.patients()) {
      String token = lab.token(patient.subject(), "patient");
      String path = "/api/scheduling/v1/patients/" + patient.person() + "/sessions?limit=20";
      Lab.Answer answer = lab.ask(path, token);
      if (answer.status() == 200 && answer.json().getJsonArray("items").size() == 20) {
        calls.add(Call.get(path, token));
      }
    }
    if (calls.isEmpty()) {
      throw new IllegalStateException("No patient of the sample clinic has twenty sessions.");
    }
    AtomicInteger turn = new AtomicInteger();
    Lab.Pace bare =
        lab.pace(
            lab.reference().url(),
            () -> Call.get("/rows?owner=" + ReferenceService.owner(turn.getAndIncrement()), ""));
    Lab.Pace ours =
        lab.pace(
            lab.stack().api(ServiceName.SCHEDULING),
            () -> calls.get(Math.floorMod(turn.getAndIncrement(), calls.size())));
    report.fact("reference: bare list of 20 rows", bare.full().perSecond(), "/s");
    report.fact("ours", ours.full().perSecond(), "/s");
    report.fact("ours / reference", ours.full().perSecond() / bare.full().perSecond(), "");
    report.fact("p50 at half of own throughput", ours.steady().millis(50), "ms");
    report.atMost("p99 at half of own throughput", ours.steady().millis(99), "ms", 10);
  }
}
