package org.daybridge.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.HdrHistogram.Histogram;
import org.daybridge.bench.report.Report;
import org.daybridge.local.ServiceName;

/**
 * One clinician at work beside five years of notes: 200 patients with 250 signed notes each, one of
 * them with 5,000. One request at a time, straight at the service.
 */
final class ClinicalRecord implements Benchmark {

  private static final String CLINICIAN = "casey-brook";
  private static final int WARM = 200;
  private static final int MEASURED = 300;
  private static final int GROUPS = 60;

  @Override
  public String number() {
    return "61";
  }

  @Override
  public String title() {
    return "Clinical record: sign, close a group note, worklist, search";
  }

  @Override
  public void measure(Lab lab, Report report) throws IOException, InterruptedException {
    RecordVolume volume;
    try {
      volume = RecordVolume.write(lab, CLINICIAN);
    } catch (SQLException e) {
      throw new IOException("The notes could not be written", e);
    }
    report.fact("notes of the caseload", volume.notes(), "");
    try (RecordsCalls calls = new RecordsCalls(lab, lab.token(CLINICIAN, "therapist"))) {
      signing(calls, volume, report);
      groupNotes(calls, volume, report);
      worklists(calls, report);
      searches(calls, volume, report);
    }
    report.remark(
        "Latencies of single requests, one after the other, at "
            + lab.stack().api(ServiceName.CLINICAL_RECORDS).getHost()
            + "; what warmed up is not counted.");
  }

  private static void signing(RecordsCalls calls, RecordVolume volume, Report report)
      throws IOException, InterruptedException {
    Histogram times = histogram();
    for (int turn = 0; turn < WARM + MEASURED; turn++) {
      UUID patient = volume.patient(turn);
      var draft = calls.send("POST", "/notes", null, note(patient, turn));
      long begin = System.nanoTime();
      calls.send(
          "POST",
          "/notes/" + draft.body().getString("id") + "/signature",
          draft.etag(),
          new JsonObject().put("version", 1));
      if (turn >= WARM) {
        times.recordValue(System.nanoTime() - begin);
      }
    }
    report.atMost("sign a note, p50", millis(times, 50), "ms", 15);
    report.fact("… p99", millis(times, 99), "ms");
  }

  private static JsonObject note(UUID patient, int turn) {
    Instant start = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    return new JsonObject()
        .put("patientId", patient.toString())
        .put("kind", "CONTACT")
        .put("format", "DAP")
        .put("contact", new JsonObject().put("startedAt", start.toString()).put("minutes", 10))
        .put(
            "content",
            new JsonObject()
                .put(
                    "sections",
                    new JsonArray(
                        List.of(
                            section("data", RecordVolume.words(turn, 60)),
                            section("assessment", RecordVolume.words(turn + 1, 30)),
                            section("plan", RecordVolume.words(turn + 2, 30)))))
                .put("minutes", 10)
                .put("goalIds", new JsonArray()));
  }

  private static JsonObject section(String code, String text) {
    return new JsonObject().put("code", code).put("text", text);
  }

  private static void groupNotes(RecordsCalls calls, RecordVolume volume, Report report)
      throws IOException, InterruptedException {
    Histogram times = histogram();
    for (int turn = 0; turn < GROUPS; turn++) {
      var open =
          calls.send(
              "POST",
              "/group-notes",
              null,
              new JsonObject().put("sessionId", volume.session(turn).toString()));
      String path = "/group-notes/" + open.body().getString("id");
      String etag =
          calls
              .send(
                  "PUT",
                  path + "/narrative",
                  open.etag(),
                  new JsonObject().put("text", RecordVolume.words(turn, 80)))
              .etag();
      for (int seat = 0; seat < RecordVolume.SEATS; seat++) {
        var text = RecordVolume.words(turn * 31 + seat * 7919, 60);
        etag =
            calls
                .send(
                    "PUT",
                    path + "/sections/" + volume.patient(seat),
                    etag,
                    new JsonObject()
                        .put("participation", "ACTIVE")
                        .put("response", "PROGRESS")
                        .put("text", text))
                .etag();
      }
      long begin = System.nanoTime();
      calls.send("POST", path + "/closure", etag, new JsonObject());
      if (turn >= GROUPS / 3) {
        times.recordValue(System.nanoTime() - begin);
      }
    }
    report.atMost("close a group note of 12 with the gate, p50", millis(times, 50), "ms", 100);
  }

  private static void worklists(RecordsCalls calls, Report report)
      throws IOException, InterruptedException {
    report.atMost(
        "worklist of unsigned notes, p50",
        millis(reading(calls, List.of("/worklists/unsigned-notes")), 50),
        "ms",
        20);
    report.fact(
        "counts of every worklist, p50",
        millis(reading(calls, List.of("/worklists/counts")), 50),
        "ms");
  }

  private static void searches(RecordsCalls calls, RecordVolume volume, Report report)
      throws IOException, InterruptedException {
    List<String> rare = List.of("/notes/found-text?text=" + text("word1733 word211"));
    List<String> common = List.of("/notes/found-text?text=" + text("word7"));
    String patient = "/notes?patientId=" + volume.busiest() + "&text=";
    report.atMost(
        "text in one patient's 5,000 notes, p99",
        millis(
            reading(calls, List.of(patient + text("word1733 word211"), patient + text("word7"))),
            99),
        "ms",
        50);
    report.atMost("rare words over the caseload, p99", millis(reading(calls, rare), 99), "ms", 200);
    report.atMost(
        "a common word over the caseload, p99", millis(reading(calls, common), 99), "ms", 200);
  }

  private static Histogram reading(RecordsCalls calls, List<String> paths)
      throws IOException, InterruptedException {
    Histogram times = histogram();
    long end = System.nanoTime() + 40_000_000_000L;
    for (int turn = 0; turn < WARM + MEASURED && System.nanoTime() < end; turn++) {
      long begin = System.nanoTime();
      calls.read(paths.get(turn % paths.size()));
      if (turn >= WARM / 10) {
        times.recordValue(System.nanoTime() - begin);
      }
    }
    return times;
  }

  private static String text(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  private static Histogram histogram() {
    return new Histogram(60_000_000_000L, 3);
  }

  private static double millis(Histogram times, double percentile) {
    return times.getValueAtPercentile(percentile) / 1e6;
  }
}
