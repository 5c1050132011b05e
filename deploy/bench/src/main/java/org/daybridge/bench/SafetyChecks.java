package org.daybridge.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.daybridge.bench.load.Call;
import org.daybridge.bench.report.Report;
import org.daybridge.local.ServiceName;
import org.daybridge.medication.adherence.DaysCovered;
import org.daybridge.medication.knowledge.Knowledge;
import org.daybridge.medication.knowledge.store.KnowledgeFiles;
import org.daybridge.medication.safety.MedicationEntry;
import org.daybridge.medication.safety.PatientFacts;
import org.daybridge.medication.safety.SafetyCheck;
import org.daybridge.medication.safety.SafetyEngine;

/**
 * The safety check of twelve medications, in this process with the service's own classes and over
 * HTTP; how long the knowledge takes to load; days covered over five years of fills.
 */
final class SafetyChecks implements Benchmark {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");
  private static final int WARMING = 5_000;
  private static final int MEASURED = 20_000;

  /** Among them contraindicated, major and moderate pairs, a duplicate and monitored drugs. */
  private static final List<String> TWELVE =
      List.of(
          "sertraline",
          "lithium",
          "lamotrigine",
          "valproate",
          "quetiapine",
          "lorazepam",
          "trazodone",
          "buprenorphine",
          "gabapentin",
          "propranolol",
          "bupropion",
          "hydroxyzine");

  @Override
  public String number() {
    return "70";
  }

  @Override
  public String title() {
    return "Safety check of twelve medications";
  }

  @Override
  public void measure(Lab lab, Report report) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Knowledge knowledge = KnowledgeFiles.inForceOn(DAY);
    report.atMost("knowledge, first load in a process", millisSince(begun), "ms", 200);
    inProcess(knowledge, report);
    daysCovered(report);
    String body = question().encode();
    String token = lab.token("casey-brook", "therapist");
    Lab.Pace pace =
        lab.pace(
            lab.stack().api(ServiceName.MEDICATION),
            () ->
                Call.post(
                    "/api/medication/v1/safety-checks", token, UUID.randomUUID().toString(), body));
    report.fact("over HTTP, past the gateway", pace.full().perSecond(), "/s");
    report.fact("p50 at half of own throughput", pace.steady().millis(50), "ms");
    report.atMost("p99 at half of own throughput", pace.steady().millis(99), "ms", 8);
  }

  private static void inProcess(Knowledge knowledge, Report report) {
    SafetyEngine engine = new SafetyEngine(knowledge);
    SafetyCheck check = check();
    int alerts = engine.check(check).alerts().size();
    if (alerts == 0) {
      throw new IllegalStateException("The twelve medications raised no alert.");
    }
    for (int i = 0; i < WARMING; i++) {
      engine.check(check);
    }
    Histogram nanos = new Histogram(TimeUnit.SECONDS.toNanos(10), 3);
    for (int i = 0; i < MEASURED; i++) {
      long before = System.nanoTime();
      engine.check(check);
      nanos.recordValue(System.nanoTime() - before);
    }
    report.fact("alerts of the check", alerts, "");
    report.atMost("in process, p50", nanos.getValueAtPercentile(50) / 1e6, "ms", 2);
    report.fact("… p99", nanos.getValueAtPercentile(99) / 1e6, "ms");
  }

  /** A fill every 28 days for five years, some of them late; the first call counts, cold. */
  private static void daysCovered(Report report) {
    List<DaysCovered.Fill> fills = new ArrayList<>();
    LocalDate first = DAY.minusYears(5);
    for (int i = 0; i * 28 < 5 * 365; i++) {
      fills.add(new DaysCovered.Fill(first.plusDays(i * 28L + i % 3), 28));
    }
    long begun = System.nanoTime();
    DaysCovered covered = DaysCovered.of(fills, first, DAY);
    report.atMost("days covered over five years, first call", millisSince(begun), "ms", 10);
    if (covered.daysCovered() == 0) {
      throw new IllegalStateException("Five years of fills covered no day.");
    }
  }

  private static double millisSince(long begun) {
    return (System.nanoTime() - begun) / 1e6;
  }

  private static SafetyCheck check() {
    PatientFacts patient =
        new PatientFacts(
            40,
            "female",
            List.of(),
            false,
            null,
            null,
            90.0,
            90.0,
            70.0,
            "outpatient",
            List.of(),
            List.of(),
            null,
            null,
            null);
    return new SafetyCheck(
        DAY, NOW, patient, TWELVE.stream().map(MedicationEntry::named).toList(), List.of());
  }

  private static JsonObject question() {
    JsonArray medications = new JsonArray();
    TWELVE.forEach(name -> medications.add(new JsonObject().put("name", name)));
    return new JsonObject()
        .put("asOf", DAY.toString())
        .put("now", NOW.toString())
        .put("patient", new JsonObject().put("age", 40).put("sex", "female").put("pregnant", false))
        .put("medications", medications)
        .put("allergies", new JsonArray());
  }
}
