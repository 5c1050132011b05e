package org.daybridge.medication.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.medication.safety.SafetyFixture.ENGINE;
import static org.daybridge.medication.safety.SafetyFixture.KNOWLEDGE;
import static org.daybridge.medication.safety.SafetyFixture.NOON;
import static org.daybridge.medication.safety.SafetyFixture.TODAY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.daybridge.medication.knowledge.AlertType;
import org.daybridge.medication.knowledge.Ingredient;

class SafetyProperties {

  private static final Set<AlertType> ONLY_GROWING =
      EnumSet.of(
          AlertType.DDI,
          AlertType.DUPLICATE,
          AlertType.ALLERGY,
          AlertType.CONDITION,
          AlertType.PREGNANCY,
          AlertType.WASHOUT);

  @Property(tries = 300)
  void addingADrugNeverRemovesAnAlert(
      @ForAll("people") PatientFacts patient,
      @ForAll("lists") List<MedicationEntry> list,
      @ForAll("allergies") List<AllergyEntry> allergies,
      @ForAll("entries") MedicationEntry added) {
    var before = ask(patient, list, allergies);
    var longer = new ArrayList<>(list);
    longer.add(added);
    var after = ask(patient, longer, allergies);

    assertThat(before.alerts().stream().filter(alert -> ONLY_GROWING.contains(alert.type())))
        .allSatisfy(alert -> assertThat(after.alerts()).anyMatch(other -> covers(other, alert)));
  }

  private static boolean covers(Alert later, Alert earlier) {
    return later.type() == earlier.type()
        && later.drugs().containsAll(earlier.drugs())
        && later.severity().compareTo(earlier.severity()) <= 0;
  }

  @Property(tries = 200)
  void theOrderOfTheListNeverMatters(
      @ForAll("people") PatientFacts patient,
      @ForAll("lists") List<MedicationEntry> list,
      @ForAll("allergies") List<AllergyEntry> allergies,
      @ForAll Random random) {
    var turned = new ArrayList<>(list);
    Collections.shuffle(turned, random);
    var otherAllergies = new ArrayList<>(allergies);
    Collections.shuffle(otherAllergies, random);

    assertThat(ask(patient, turned, otherAllergies)).isEqualTo(ask(patient, list, allergies));
  }

  @Property(tries = 200)
  void aCodeMeansTheSameAsItsName(
      @ForAll("people") PatientFacts patient,
      @ForAll("lists") List<MedicationEntry> list,
      @ForAll("allergies") List<AllergyEntry> allergies) {
    var coded = list.stream().map(SafetyProperties::byCode).toList();

    assertThat(ask(patient, coded, allergies).alerts())
        .isEqualTo(ask(patient, list, allergies).alerts());
  }

  @Property(tries = 100)
  void oneCauseIsOneAlert(
      @ForAll("people") PatientFacts patient, @ForAll("lists") List<MedicationEntry> list) {
    assertThat(ask(patient, list, List.of()).alerts())
        .extracting(Alert::cause)
        .doesNotHaveDuplicates();
  }

  private static SafetyAnswer ask(
      PatientFacts patient, List<MedicationEntry> list, List<AllergyEntry> allergies) {
    return ENGINE.check(new SafetyCheck(TODAY, NOON, patient, list, allergies));
  }

  private static MedicationEntry byCode(MedicationEntry e) {
    var code = KNOWLEDGE.byName(e.name()).map(Ingredient::rxcui).orElse(null);
    return new MedicationEntry(
        code == null ? e.name() : null,
        code,
        e.doseMgPerDay(),
        e.route(),
        e.form(),
        e.start(),
        e.end(),
        e.proposed(),
        e.refills(),
        e.indication(),
        e.dispensedBy(),
        e.lastTaken(),
        e.doseChanged(),
        e.crossTaper());
  }

  @Provide
  Arbitrary<MedicationEntry> entries() {
    var names =
        Arbitraries.of(KNOWLEDGE.tables().ingredients().stream().map(Ingredient::name).toList());
    var doses = Arbitraries.of(5.0, 25.0, 100.0, 400.0, 1200.0).injectNull(0.3);
    var routes = Arbitraries.of("PO", "IM").injectNull(0.7);
    var starts = Arbitraries.integers().between(0, 400).map(TODAY::minusDays).injectNull(0.3);
    var ends = Arbitraries.integers().between(-30, 40).map(TODAY::minusDays).injectNull(0.6);
    var refills = Arbitraries.of(0, 1, 6).injectNull(0.5);
    return Combinators.combine(
            names, doses, routes, starts, ends, Arbitraries.of(true, false), refills)
        .as(
            (name, dose, route, start, end, proposed, refill) ->
                new MedicationEntry(
                    name, null, dose, route, null, start, end, proposed, refill, null, null, null,
                    null, false));
  }

  @Provide
  Arbitrary<List<MedicationEntry>> lists() {
    return entries().list().ofMinSize(0).ofMaxSize(10);
  }

  @Provide
  Arbitrary<List<AllergyEntry>> allergies() {
    return Arbitraries.of("carbamazepine", "citalopram", "opioids", "mold", "amitriptyline")
        .map(name -> new AllergyEntry(name, null, null, false))
        .list()
        .ofMaxSize(2);
  }

  @Provide
  Arbitrary<PatientFacts> people() {
    var ages = Arbitraries.integers().between(16, 90).injectNull(0.2);
    var sexes = Arbitraries.of("female", "male").injectNull(0.2);
    var conditions =
        Arbitraries.of(
                "epilepsy", "dementia", "F11.20", "psychosis", "smoking cessation", "hepatitis")
            .map(text -> new StatedCondition(null, text))
            .list()
            .ofMaxSize(3);
    return Combinators.combine(ages, sexes, conditions, Arbitraries.of(true, false).injectNull(0.3))
        .as(
            (age, sex, stated, pregnant) ->
                new PatientFacts(
                    age,
                    sex,
                    stated,
                    pregnant,
                    null,
                    null,
                    25.0,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    TODAY.minusDays(3),
                    null,
                    null));
  }
}
