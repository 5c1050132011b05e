package org.daybridge.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.daybridge.bench.load.Call;
import org.daybridge.bench.report.Report;
import org.daybridge.local.ServiceName;
import org.daybridge.local.issuer.Persona;

/** A therapist opens charts: token, row-level security, decryption and an audit row each time. */
final class ReadById implements Benchmark {

  private static final String READER = "casey-brook";

  @Override
  public String number() {
    return "01";
  }

  @Override
  public String title() {
    return "Read by id: a patient, by a therapist of the care team";
  }

  @Override
  public void measure(Lab lab, Report report) throws IOException, InterruptedException {
    String token = lab.token(READER, "therapist");
    List<String> caseload = caseload(lab, token);
    AtomicInteger turn = new AtomicInteger();
    Lab.Pace bare =
        lab.pace(
            lab.reference().url(),
            () -> Call.get("/rows/" + ReferenceService.row(turn.getAndIncrement()), ""));
    AuditCount audited = AuditCount.of(lab, ServiceName.INTAKE);
    int before = turn.get();
    Lab.Pace ours =
        lab.pace(lab.stack().api(ServiceName.INTAKE), () -> read(caseload, turn, "", token));
    audited.hasGrownBy(turn.get() - before);
    report.fact("reference: bare read by primary key", bare.full().perSecond(), "/s");
    report.fact("ours, past the gateway", ours.full().perSecond(), "/s");
    report.atLeast("ours / reference", ours.full().perSecond() / bare.full().perSecond(), "", 0.5);
    report.fact("p50 at half of own throughput", ours.steady().millis(50), "ms");
    report.atMost("p99 at half of own throughput", ours.steady().millis(99), "ms", 10);
    Lab.Pace through =
        lab.pace(URI.create(lab.stack().url()), () -> read(caseload, turn, "", token));
    report.fact("ours, through the gateway", through.full().perSecond(), "/s");
    report.fact("… p99 at half of that", through.steady().millis(99), "ms");
    report.remark("Each read left its row in the audit, counted before and after.");
  }

  private static Call read(List<String> caseload, AtomicInteger turn, String suffix, String token) {
    String id = caseload.get(Math.floorMod(turn.getAndIncrement(), caseload.size()));
    return Call.get("/api/intake/v1/patients/" + id + suffix, token);
  }

  private static List<String> caseload(Lab lab, String token)
      throws IOException, InterruptedException {
    List<String> mine = new ArrayList<>();
    for (Persona patient : lab.patients()) {
      if (lab.ask("/api/intake/v1/patients/" + patient.person(), token).status() == 200) {
        mine.add(patient.person());
      }
    }
    if (mine.isEmpty()) {
      throw new IllegalStateException(READER + " sees no patient of the sample clinic.");
    }
    return mine;
  }
}
