package org.daybridge.records.personalplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Decision.Applied;
import org.daybridge.kit.decision.Decision.Refused;
import org.daybridge.records.aftercare.Aftercare;
import org.daybridge.records.personalplan.PersonalPlan.VersionSigned;
import org.daybridge.records.relapse.RelapsePrevention;
import org.daybridge.records.safetyplan.SafetySteps;
import org.daybridge.records.safetyplan.SafetySteps.Ally;
import org.daybridge.records.signing.Refusal;
import org.daybridge.records.signing.Signatory;
import org.daybridge.records.signing.Signature;
import org.daybridge.records.signing.Signature.Means;
import org.junit.jupiter.api.Test;

class PersonalPlanTest {

  private static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");
  private static final UUID PATIENT = new UUID(6, 1);
  private static final UUID CLINICIAN = new UUID(1, 1);

  @Test
  void bothNamesPutItIntoForce() {
    var one = next(sign(plan(safety("988")), PATIENT, Signatory.PATIENT));
    assertThat(one.inForce()).isEmpty();
    var decision = sign(one, CLINICIAN, Signatory.CLINICIAN);
    assertThat(next(decision).inForce()).isPresent();
    assertThat(((Applied<PersonalPlan, VersionSigned>) decision).events()).hasSize(1);
  }

  @Test
  void aRevisionKeepsTheSignedVersionUntilBothSignAgain() {
    var signed = bothSign(plan(safety("988")));
    var revised = next(signed.write(safety("988")));
    assertThat(revised.inForce().orElseThrow().version().number()).isEqualTo(1);
    assertThat(bothSign(revised).signed()).hasSize(2);
  }

  @Test
  void nobodySignsTwiceOrATextThatChangedOrNothing() {
    var once = next(sign(plan(safety("988")), PATIENT, Signatory.PATIENT));
    assertThat(rule(sign(once, PATIENT, Signatory.PATIENT))).isEqualTo("each-person-signs-once");
    var stale = signature(once, CLINICIAN, Signatory.CLINICIAN);
    var other = next(once.write(safety("988", "breathe")));
    assertThat(rule(other.sign(stale))).isEqualTo("signer-saw-this-text");
    assertThat(rule(bothSign(plan(safety("988"))).sign(stale))).isEqualTo("plan-awaits-signatures");
  }

  @Test
  void aRecordedRefusalStandsInForThePatient() {
    var once = next(sign(plan(safety("988")), CLINICIAN, Signatory.CLINICIAN));
    var refusal =
        new Refusal(Refusal.Reason.NOT_AVAILABLE, "left early", 3, new UUID(1, 2), CLINICIAN, NOON);
    var hash = once.inWork().orElseThrow().hash();
    assertThat(next(once.recordRefusal(refusal, hash)).inForce()).isPresent();
  }

  @Test
  void aSafetyPlanHasSixStepsAndNames988() {
    assertThat(safety("988").gaps()).isEmpty();
    assertThat(safety("911").gaps())
        .singleElement()
        .extracting(PersonalPlanContent.Gap::rule)
        .isEqualTo("safety-plan-names-988");
    var empty =
        new SafetySteps(List.of(), List.of(" "), List.of(), List.of(), List.of(), List.of());
    assertThat(empty.gaps())
        .filteredOn(gap -> gap.rule().equals("safety-plan-has-six-steps"))
        .hasSize(6);
    assertThat(rule(sign(plan(empty), PATIENT, Signatory.PATIENT)))
        .isEqualTo("safety-plan-has-six-steps");
  }

  @Test
  void aRelapsePlanHasAllItsParts() {
    var some = List.of("x");
    assertThat(new RelapsePrevention(some, some, some, some, some, some).gaps()).isEmpty();
    assertThat(new RelapsePrevention(some, some, List.of(), some, some, some).gaps())
        .containsExactly(new PersonalPlanContent.Gap("relapse-plan-is-complete", "warningSigns"));
  }

  @Test
  void anAftercarePlanNamesAppointmentContactCrisisStepsAndFollowUp() {
    var empty = new Aftercare(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(0));
    assertThat(empty.gaps())
        .extracting(PersonalPlanContent.Gap::rule)
        .containsExactly(
            "aftercare-names-appointment",
            "aftercare-names-contact",
            "aftercare-has-crisis-steps",
            "aftercare-has-follow-up-days");
  }

  private static SafetySteps safety(String phone, String... coping) {
    var own = coping.length == 0 ? List.of("walk") : List.of(coping);
    return new SafetySteps(
        List.of("pacing"),
        own,
        List.of("the library"),
        List.of(new Ally("a friend", "555-0100")),
        List.of(new Ally("lifeline", phone)),
        List.of("tablets with the neighbor"));
  }

  private static PersonalPlan plan(PersonalPlanContent content) {
    return PersonalPlan.begin(
        new PersonalPlanId(new UUID(4, 2)),
        new PatientId(PATIENT),
        new EpisodeId(new UUID(7, 1)),
        0,
        content);
  }

  private static PersonalPlan bothSign(PersonalPlan plan) {
    return next(sign(next(sign(plan, PATIENT, Signatory.PATIENT)), CLINICIAN, Signatory.CLINICIAN));
  }

  private static Decision<PersonalPlan, VersionSigned> sign(
      PersonalPlan plan, UUID person, Signatory as) {
    return plan.sign(signature(plan, person, as));
  }

  private static Signature signature(PersonalPlan plan, UUID person, Signatory as) {
    return new Signature(
        person, as, List.of(), NOON, Means.ELECTRONIC, plan.inWork().orElseThrow().hash());
  }

  private static PersonalPlan next(Decision<PersonalPlan, VersionSigned> decision) {
    return ((Applied<PersonalPlan, VersionSigned>) decision).next();
  }

  private static String rule(Decision<PersonalPlan, VersionSigned> decision) {
    return ((Refused<PersonalPlan, VersionSigned>) decision).rule();
  }
}
