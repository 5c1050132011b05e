package org.daybridge.records.continuedstay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.records.continuedstay.Evidence.PlanLine;
import org.daybridge.records.signing.CanonicalForm;
import org.daybridge.records.signing.ContentHash;

/** The assembled packet. A gap does not stop it: whoever sends it has seen what is missing. */
public record ContinuedStayPacket(
    UUID id,
    PatientId patient,
    EpisodeId episode,
    LocalDate from,
    LocalDate to,
    Instant assembledAt,
    List<Gap> gaps,
    Evidence evidence,
    String whyNotLower,
    String whyNotHigher,
    String canonical,
    ContentHash hash) {

  /** What a reviewer would ask for, with a number where there is one. */
  public record Gap(String code, int count) {}

  /** What somebody asks for: the span, and the clinician's two answers. */
  public record Request(LocalDate from, LocalDate to, String whyNotLower, String whyNotHigher) {
    @Override
    public String toString() {
      return "Request[" + from + " to " + to + "]";
    }
  }

  public ContinuedStayPacket {
    gaps = List.copyOf(gaps);
  }

  public static ContinuedStayPacket assemble(
      UUID id,
      PatientId patient,
      EpisodeId episode,
      Request request,
      Evidence evidence,
      Instant now,
      LocalDate today) {
    var gaps = gaps(evidence, today);
    var form = new TreeMap<String, Object>();
    form.put("form", "daybridge-continued-stay-1");
    form.put("packet", id);
    form.put("patient", patient.value());
    form.put("episode", episode.value());
    form.put("from", request.from());
    form.put("to", request.to());
    form.put("assembledAt", now);
    form.put(
        "gaps", CanonicalForm.each(gaps, gap -> Map.of("code", gap.code(), "count", gap.count())));
    form.put("plan", evidence.plan().map(ContinuedStayPacket::canonical));
    form.put("certified", evidence.certified());
    form.put("sessionsWithoutNote", evidence.sessionsWithoutNote());
    form.put(
        "weeks",
        CanonicalForm.each(
            evidence.weeks(),
            week ->
                Map.of(
                    "monday", week.monday(),
                    "attended", week.attendedMinutes(),
                    "documented", week.documentedMinutes())));
    form.put(
        "measures",
        CanonicalForm.each(
            evidence.measures(),
            each ->
                Map.of(
                    "instrument", each.instrument(),
                    "version", each.version(),
                    "answers", each.answers(),
                    "first", each.first(),
                    "latest", each.latest())));
    form.put(
        "notes",
        CanonicalForm.each(
            evidence.notes(), note -> Map.of("note", note.note(), "hash", note.hash())));
    form.put("riskAlerts", evidence.riskAlerts());
    form.put("whyNotLower", request.whyNotLower());
    form.put("whyNotHigher", request.whyNotHigher());
    var canonical = CanonicalForm.of(form);
    return new ContinuedStayPacket(
        id,
        patient,
        episode,
        request.from(),
        request.to(),
        now,
        gaps,
        evidence,
        request.whyNotLower(),
        request.whyNotHigher(),
        canonical,
        ContentHash.of(canonical));
  }

  private static Map<String, ?> canonical(PlanLine plan) {
    return Map.of(
        "hash", plan.contentHash(),
        "version", plan.version(),
        "reviewDueOn", plan.reviewDueOn(),
        "minutesPerWeek", plan.minutesPerWeek(),
        "goals",
            CanonicalForm.each(
                plan.goals(),
                goal ->
                    Map.of(
                        "goal", goal.goal(),
                        "measure", goal.measure(),
                        "baseline", goal.baseline(),
                        "target", goal.target(),
                        "dueOn", goal.dueOn(),
                        "progress", goal.latestProgress())));
  }

  private static List<Gap> gaps(Evidence evidence, LocalDate today) {
    var gaps = new ArrayList<Gap>();
    var plan = evidence.plan();
    add(gaps, "no-active-plan", plan.isEmpty() ? 1 : 0);
    add(gaps, "plan-review-overdue", overdue(plan, today) ? 1 : 0);
    add(gaps, "goals-without-finding", withoutFinding(plan));
    add(gaps, "sessions-without-signed-note", evidence.sessionsWithoutNote());
    add(gaps, "weeks-under-prescribed-minutes", under(plan, evidence));
    add(gaps, "no-repeated-measure", repeated(evidence) ? 0 : 1);
    add(gaps, "not-certified", evidence.certified() ? 0 : 1);
    return gaps;
  }

  private static boolean overdue(Optional<PlanLine> plan, LocalDate today) {
    return plan.map(line -> today.isAfter(line.reviewDueOn())).orElse(false);
  }

  private static int withoutFinding(Optional<PlanLine> plan) {
    return plan.map(
            line ->
                (int) line.goals().stream().filter(goal -> goal.latestProgress().isEmpty()).count())
        .orElse(0);
  }

  private static int under(Optional<PlanLine> plan, Evidence evidence) {
    return plan.map(
            line ->
                (int)
                    evidence.weeks().stream()
                        .filter(week -> week.attendedMinutes() < line.minutesPerWeek())
                        .count())
        .orElse(0);
  }

  private static boolean repeated(Evidence evidence) {
    return evidence.measures().stream().anyMatch(each -> each.answers() > 1);
  }

  private static void add(List<Gap> gaps, String code, int count) {
    if (count > 0) gaps.add(new Gap(code, count));
  }

  @Override
  public String toString() {
    return "ContinuedStayPacket[" + id + ", gaps=" + gaps + "]";
  }
}
