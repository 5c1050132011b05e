package org.daybridge.medication.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.daybridge.medication.knowledge.AlertType;
import org.daybridge.medication.knowledge.Knowledge;
import org.daybridge.medication.knowledge.store.KnowledgeFiles;

/** Words for the questions that the tests ask. */
final class SafetyFixture {

  static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  static final Instant NOON = Instant.parse("2026-11-22T17:00:00Z");
  static final Knowledge KNOWLEDGE = KnowledgeFiles.inForceOn(TODAY);
  static final SafetyEngine ENGINE = new SafetyEngine(KNOWLEDGE);

  private SafetyFixture() {}

  static Question asking() {
    return new Question();
  }

  static Med med(String name) {
    return new Med(name);
  }

  static final class Med {
    private final String name;
    private String rxcui;
    private Double dose;
    private String route;
    private String form;
    private LocalDate start;
    private LocalDate end;
    private boolean proposed;
    private Integer refills;
    private String indication;
    private String dispensedBy;
    private LocalDate lastTaken;
    private LocalDate doseChanged;
    private boolean crossTaper;

    private Med(String name) {
      this.name = name;
    }

    Med code(String code) {
      rxcui = code;
      return this;
    }

    Med mg(double value) {
      dose = value;
      return this;
    }

    Med by(String value) {
      route = value;
      return this;
    }

    Med form(String value) {
      form = value;
      return this;
    }

    Med startedDaysAgo(int days) {
      start = TODAY.minusDays(days);
      return this;
    }

    Med endedDaysAgo(int days) {
      end = TODAY.minusDays(days);
      return this;
    }

    Med until(LocalDate day) {
      end = day;
      return this;
    }

    Med proposed() {
      proposed = true;
      return this;
    }

    Med refills(int count) {
      refills = count;
      return this;
    }

    Med indication(String text) {
      indication = text;
      return this;
    }

    Med dispensedBy(String who) {
      dispensedBy = who;
      return this;
    }

    Med lastTakenDaysAgo(int days) {
      lastTaken = TODAY.minusDays(days);
      return this;
    }

    Med doseChangedDaysAgo(int days) {
      doseChanged = TODAY.minusDays(days);
      return this;
    }

    Med crossTaper() {
      crossTaper = true;
      return this;
    }

    MedicationEntry entry() {
      return new MedicationEntry(
          name,
          rxcui,
          dose,
          route,
          form,
          start,
          end,
          proposed,
          refills,
          indication,
          dispensedBy,
          lastTaken,
          doseChanged,
          crossTaper);
    }
  }

  static final class Question {
    private Integer age;
    private String sex;
    private Boolean pregnant;
    private Integer trimester;
    private Boolean contraception;
    private Double clearance;
    private Double egfr;
    private Double weight;
    private String setting;
    private LocalDate lastOpioid;
    private String opioid;
    private Instant lastAlcohol;
    private final List<StatedCondition> conditions = new ArrayList<>();
    private final List<LabResult> labs = new ArrayList<>();
    private final List<LocalDate> pdmp = new ArrayList<>();
    private final List<MedicationEntry> medications = new ArrayList<>();
    private final List<AllergyEntry> allergies = new ArrayList<>();

    Question age(int value) {
      age = value;
      return this;
    }

    Question sex(String value) {
      sex = value;
      return this;
    }

    Question pregnant(boolean value) {
      pregnant = value;
      return this;
    }

    Question trimester(int value) {
      trimester = value;
      return this;
    }

    Question contraception(boolean value) {
      contraception = value;
      return this;
    }

    Question clearance(double value) {
      clearance = value;
      return this;
    }

    Question egfr(double value) {
      egfr = value;
      return this;
    }

    Question weight(double kg) {
      weight = kg;
      return this;
    }

    Question setting(String value) {
      setting = value;
      return this;
    }

    Question lastOpioid(int daysAgo, String drug) {
      lastOpioid = TODAY.minusDays(daysAgo);
      opioid = drug;
      return this;
    }

    Question lastAlcohol(Instant at) {
      lastAlcohol = at;
      return this;
    }

    Question condition(String text) {
      conditions.add(new StatedCondition(null, text));
      return this;
    }

    Question icd(String code) {
      conditions.add(new StatedCondition(code, null));
      return this;
    }

    Question lab(String loinc, double value, String unit, int daysAgo) {
      labs.add(new LabResult(loinc, null, value, unit, TODAY.minusDays(daysAgo)));
      return this;
    }

    Question pdmp(int daysAgo) {
      pdmp.add(TODAY.minusDays(daysAgo));
      return this;
    }

    Question allergy(String name) {
      allergies.add(new AllergyEntry(name, null, null, false));
      return this;
    }

    Question intolerance(String name) {
      allergies.add(new AllergyEntry(name, null, null, true));
      return this;
    }

    Question with(String... names) {
      for (var name : names) {
        medications.add(med(name).entry());
      }
      return this;
    }

    Question with(Med med) {
      medications.add(med.entry());
      return this;
    }

    SafetyCheck build() {
      var patient =
          new PatientFacts(
              age,
              sex,
              conditions,
              pregnant,
              trimester,
              contraception,
              clearance,
              egfr,
              weight,
              setting,
              labs,
              pdmp,
              lastOpioid,
              opioid,
              lastAlcohol);
      return new SafetyCheck(TODAY, NOON, patient, medications, allergies);
    }

    SafetyAnswer answer() {
      return ENGINE.check(build());
    }

    List<Alert> alerts(AlertType type) {
      return answer().alerts().stream().filter(alert -> alert.type() == type).toList();
    }

    /** Rule and severity, as "PF-10 contraindicated". */
    List<String> found(AlertType type) {
      return alerts(type).stream().map(a -> a.ruleId() + " " + a.severity().code()).toList();
    }
  }

  static Map<String, String> codesByName() {
    var codes = new java.util.TreeMap<String, String>();
    KNOWLEDGE.tables().ingredients().stream()
        .filter(drug -> drug.rxcui() != null)
        .forEach(drug -> codes.put(drug.name(), drug.rxcui()));
    return codes;
  }
}
