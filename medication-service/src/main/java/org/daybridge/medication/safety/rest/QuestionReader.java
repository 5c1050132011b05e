package org.daybridge.medication.safety.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.medication.safety.AllergyEntry;
import org.daybridge.medication.safety.LabResult;
import org.daybridge.medication.safety.MedicationEntry;
import org.daybridge.medication.safety.PatientFacts;
import org.daybridge.medication.safety.SafetyCheck;
import org.daybridge.medication.safety.StatedCondition;
import org.daybridge.medication.safety.rest.SafetyQuestion.Allergen;
import org.daybridge.medication.safety.rest.SafetyQuestion.ConditionText;
import org.daybridge.medication.safety.rest.SafetyQuestion.Contraception;
import org.daybridge.medication.safety.rest.SafetyQuestion.Medication;
import org.daybridge.medication.safety.rest.SafetyQuestion.Patient;
import org.jspecify.annotations.Nullable;

/**
 * From what was sent to the question that the engine answers; what contradicts itself is refused.
 */
@ApplicationScoped
class QuestionReader {
  private static final int WEEKS_OF_A_TRIMESTER = 13;

  private final Clock clock;

  QuestionReader(Clock clock) {
    this.clock = clock;
  }

  SafetyCheck read(SafetyQuestion question) {
    var asOf = asOf(question);
    var patient = question.patient();
    return new SafetyCheck(
        asOf,
        now(question, asOf),
        patient == null ? PatientFacts.unknown() : facts(patient, asOf),
        some(question.medications()).map(m -> medication(m, asOf)).toList(),
        some(question.allergies())
            .filter(QuestionReader::stands)
            .map(QuestionReader::allergy)
            .toList());
  }

  /** Medications that are thought of; being in such a list means being proposed. */
  List<MedicationEntry> proposed(@Nullable List<Medication> medications, LocalDate today) {
    return some(medications)
        .map(
            m ->
                new Medication(
                    m.name(),
                    m.rxcui(),
                    m.doseMgPerDay(),
                    m.route(),
                    m.form(),
                    m.start(),
                    m.end(),
                    true,
                    m.refills(),
                    m.indication(),
                    m.dispensedBy(),
                    m.lastTaken(),
                    m.missedDays(),
                    m.doseChanged(),
                    m.crossTaper()))
        .map(m -> medication(m, today))
        .toList();
  }

  private LocalDate asOf(SafetyQuestion question) {
    if (question.asOf() != null) {
      return question.asOf();
    }
    return question.now() == null
        ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
        : question.now().day();
  }

  /**
   * Without a time of day the earliest moment of the day is meant: the careful one for intervals.
   */
  private Instant now(SafetyQuestion question, LocalDate asOf) {
    if (question.now() != null) {
      return question.now().earliest();
    }
    return question.asOf() == null
        ? clock.instant()
        : asOf.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static PatientFacts facts(Patient patient, LocalDate asOf) {
    var opioid = patient.lastOpioidUse();
    return new PatientFacts(
        patient.age(),
        sex(patient.sex()),
        Stream.concat(some(patient.conditions()), some(patient.factors()))
            .map(QuestionReader::condition)
            .toList(),
        patient.pregnant(),
        trimester(patient),
        contraception(patient.contraception()),
        patient.creatinineClearance(),
        patient.eGFR(),
        patient.weightKg(),
        patient.setting(),
        labs(patient, asOf),
        some(patient.pdmpQueries()).map(q -> q.date()).filter(Objects::nonNull).toList(),
        opioid == null ? null : opioid.date(),
        opioid == null || opioid.drug() == null ? patient.lastOpioid() : opioid.drug(),
        patient.lastAlcohol() == null ? null : patient.lastAlcohol().latest());
  }

  private static List<LabResult> labs(Patient patient, LocalDate asOf) {
    var labs = new ArrayList<LabResult>();
    some(patient.labs())
        .forEach(
            lab -> {
              if (lab.date() != null && lab.date().isAfter(asOf)) {
                throw RuleRefused.rule(
                    "result-is-not-in-the-future",
                    "The result of %s lies after the day of the check, %s."
                        .formatted(lab.date(), asOf));
              }
              if (lab.value() != null && lab.value().signum() < 0) {
                throw BadRequest.field("patient.labs.value", "must not be negative");
              }
              labs.add(
                  new LabResult(
                      lab.loinc(),
                      lab.test(),
                      lab.value() == null ? null : lab.value().doubleValue(),
                      lab.unit(),
                      lab.date()));
            });
    return labs;
  }

  private static MedicationEntry medication(Medication m, LocalDate asOf) {
    if (m.name() == null && m.rxcui() == null) {
      throw BadRequest.field("medications.name", "must be given, or rxcui");
    }
    if (m.start() != null && m.end() != null && m.end().isBefore(m.start())) {
      throw RuleRefused.rule(
          "medication-ends-after-it-starts",
          "The end %s lies before the start %s.".formatted(m.end(), m.start()));
    }
    return new MedicationEntry(
        m.name(),
        m.rxcui(),
        m.doseMgPerDay(),
        m.route(),
        m.form(),
        m.start(),
        m.end(),
        Boolean.TRUE.equals(m.proposed()),
        m.refills(),
        m.indication(),
        m.dispensedBy(),
        m.missedDays() == null ? m.lastTaken() : asOf.minusDays(m.missedDays()),
        m.doseChanged(),
        Boolean.TRUE.equals(m.crossTaper()));
  }

  private static boolean stands(Allergen allergen) {
    var status = allergen.status() == null ? "" : lower(allergen.status());
    return !status.equals("refuted") && !status.equals("entered-in-error");
  }

  private static AllergyEntry allergy(Allergen a) {
    return new AllergyEntry(
        a.name(),
        a.rxcui(),
        a.category() == null ? null : lower(a.category()),
        a.type() != null && lower(a.type()).equals("intolerance"));
  }

  private static StatedCondition condition(ConditionText condition) {
    return new StatedCondition(condition.code(), condition.text());
  }

  private static @Nullable Integer trimester(Patient patient) {
    var weeks = patient.gestationalWeeks();
    if (patient.trimester() != null || weeks == null) {
      return patient.trimester();
    }
    return Math.min(3, weeks / WEEKS_OF_A_TRIMESTER + 1);
  }

  private static @Nullable Boolean contraception(@Nullable Contraception stated) {
    if (stated == null || stated.used() != null || stated.method() == null) {
      return stated == null ? null : stated.used();
    }
    var method = lower(stated.method());
    return !List.of("", "no", "none", "false", "unknown").contains(method);
  }

  private static @Nullable String sex(@Nullable String sex) {
    if (sex == null) {
      return null;
    }
    return switch (lower(sex)) {
      case "f", "female", "woman" -> "female";
      case "m", "male", "man" -> "male";
      default -> null;
    };
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static <T> Stream<T> some(@Nullable List<T> list) {
    return list == null ? Stream.empty() : list.stream().filter(Objects::nonNull);
  }
}
