package org.daybridge.medication.response;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.medication.patient.FollowedPatients;
import org.daybridge.medication.response.Response.Score;
import org.jspecify.annotations.Nullable;

/** Lays the courses of a person's medications beside their scores. */
@ApplicationScoped
public class ResponseHandler {
  private static final String NO_CAUSE =
      "Scores before and during a medication. A change after a medication is no proof that the"
          + " medication caused it.";

  private final FollowedPatients patients;
  private final MedicationCourses courses;
  private final OutcomeScores scores;
  private final ChangeRules rules;
  private final RulePacks rulePacks;
  private final Clock clock;

  ResponseHandler(
      FollowedPatients patients,
      MedicationCourses courses,
      OutcomeScores scores,
      ChangeRules rules,
      RulePacks rulePacks,
      Clock clock) {
    this.patients = patients;
    this.courses = courses;
    this.scores = scores;
    this.rules = rules;
    this.rulePacks = rulePacks;
    this.clock = clock;
  }

  /** Every course with its responses, and all of it on one line of time. */
  public record Overview(String note, List<OfMedication> medications, List<Moment> timeline) {}

  /** One course with a response for each instrument that was used. */
  public record OfMedication(
      UUID orderId,
      String rxcui,
      String drug,
      String status,
      LocalDate startedOn,
      @Nullable LocalDate endedOn,
      List<MedicationCourse.Dose> doses,
      List<Response> responses) {

    @Override
    public String toString() {
      return "OfMedication[" + orderId + "]";
    }
  }

  /** One thing that happened: a start, a change of dose, an end, or a score. */
  public record Moment(LocalDate on, String what, String of, java.math.@Nullable BigDecimal value) {

    @Override
    public String toString() {
      return "Moment[" + what + "]";
    }
  }

  public Overview of(PatientId id, @Nullable String instrument) {
    var patient = patients.require(id);
    var all = courses.of(id, patient.zone());
    var byInstrument = byInstrument(scores.of(id), instrument);
    var today = LocalDate.ofInstant(clock.instant(), patient.zone());
    int baselineDays = rulePacks.on(today).number("response-baseline-days");
    var medications =
        all.stream()
            .map(
                course ->
                    new OfMedication(
                        course.orderId(),
                        course.rxcui(),
                        course.drug(),
                        course.status(),
                        course.startedOn(),
                        course.endedOn(),
                        course.doses(),
                        byInstrument.stream()
                            .map(
                                of ->
                                    Response.of(
                                        course,
                                        of,
                                        days(of, patient.zone()),
                                        rules.of(of.getFirst().instrument(), today),
                                        baselineDays,
                                        others(all, course)))
                            .toList()))
            .toList();
    return new Overview(NO_CAUSE, medications, timeline(all, byInstrument, patient.zone()));
  }

  private static List<MedicationCourse> others(
      List<MedicationCourse> all, MedicationCourse course) {
    return all.stream().filter(other -> !other.orderId().equals(course.orderId())).toList();
  }

  private static List<List<OutcomeScore>> byInstrument(
      List<OutcomeScore> scores, @Nullable String instrument) {
    var found = new LinkedHashMap<String, List<OutcomeScore>>();
    for (var score : scores) {
      if (instrument == null || instrument.equalsIgnoreCase(score.instrument())) {
        found
            .computeIfAbsent(
                score.instrument() + " " + score.instrumentVersion(), _ -> new ArrayList<>())
            .add(score);
      }
    }
    return List.copyOf(found.values());
  }

  private static List<Score> days(List<OutcomeScore> scores, ZoneId zone) {
    return scores.stream()
        .map(s -> new Score(LocalDate.ofInstant(s.answeredAt(), zone), s.total(), s.severity()))
        .toList();
  }

  private static List<Moment> timeline(
      List<MedicationCourse> courses, List<List<OutcomeScore>> scores, ZoneId zone) {
    var moments = new ArrayList<Moment>();
    for (var course : courses) {
      for (var dose : course.doses()) {
        boolean start = dose.from().equals(course.startedOn());
        moments.add(
            new Moment(
                dose.from(), start ? "STARTED" : "DOSE_CHANGED", course.drug(), dose.mgPerDay()));
      }
      if (course.endedOn() != null) {
        moments.add(new Moment(course.endedOn(), "ENDED", course.drug(), null));
      }
    }
    for (var of : scores) {
      for (var score : of) {
        moments.add(
            new Moment(
                LocalDate.ofInstant(score.answeredAt(), zone),
                "SCORE",
                score.instrument() + " " + score.instrumentVersion(),
                score.total()));
      }
    }
    moments.sort(Comparator.comparing(Moment::on).thenComparing(Moment::of));
    return List.copyOf(moments);
  }
}
