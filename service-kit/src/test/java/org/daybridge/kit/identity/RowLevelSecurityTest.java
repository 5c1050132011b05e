package org.daybridge.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.daybridge.contract.intake.GrantKind;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestGrants;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.trial.Remarks;
import org.daybridge.kit.trial.Trial;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What one caller sees, another does not; each refusal has the sight beside it. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class RowLevelSecurityTest {
  @Inject Remarks remarks;
  @Inject Jdbi jdbi;
  @Inject RowAccess access;

  private final UUID patient = Ids.next();
  private final UUID therapist = Ids.next();

  @Test
  void withoutAnIdentityNoRowShows() {
    UUID remark = remark(Labels.MENTAL);
    assertThat(io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().call(() -> count(remark)))
        .isZero();
    assertThat(sees(Trial.service(), remark)).isTrue();
  }

  @Test
  void withoutAGrantNoRowShows() {
    UUID remark = remark(Labels.MENTAL);
    assertThat(sees(Trial.staff(therapist), remark)).isFalse();
    TestGrants.careTeam(therapist, patient);
    assertThat(sees(Trial.staff(therapist), remark)).isTrue();
    assertThat(sees(Trial.staff(Ids.next()), remark)).isFalse();
  }

  @Test
  void aGrantHoldsForItsPurposeOnly() {
    UUID remark = remark(Labels.MENTAL);
    TestGrants.careTeam(therapist, patient);
    assertThat(sees(with("HPAYMT"), remark)).isFalse();
    assertThat(sees(with("TREAT"), remark)).isTrue();
  }

  @Test
  void aGrantHoldsInItsTimeOnly() {
    UUID remark = remark(Labels.MENTAL);
    TestGrants.careTeam(therapist, patient);
    assertThat(sees(Trial.staff(therapist), remark)).isTrue();
    Trial.change(
        "update access_grant set valid_to = now() - interval '1 minute' where principal_id = ?",
        therapist);
    assertThat(sees(Trial.staff(therapist), remark)).isFalse();
    Trial.change(
        "update access_grant set valid_to = null, valid_from = now() + interval '1 hour'"
            + " where principal_id = ?",
        therapist);
    assertThat(sees(Trial.staff(therapist), remark)).isFalse();
  }

  @Test
  void aGrantCoversTheLabelsThatItNames() {
    UUID sealed = remark(Labels.MENTAL | Labels.PSYTHPN);
    UUID plain = remark(Labels.MENTAL);
    TestGrants.careTeam(therapist, patient);
    assertThat(sees(Trial.staff(therapist), sealed)).isFalse();
    assertThat(sees(Trial.staff(therapist), plain)).isTrue();
  }

  @Test
  void anotherOrganizationSeesNothingEvenAsService() {
    UUID remark = remark(Labels.MENTAL);
    assertThat(sees(Caller.service("trial", Ids.next(), Ids.next()), remark)).isFalse();
    assertThat(sees(Trial.service(), remark)).isTrue();
  }

  @Test
  void aGrantToReadChangesAndAddsNothing() {
    UUID remark = remark(Labels.MENTAL);
    TestGrants.grant(
        therapist, patient, GrantKind.CARE_TEAM, "TREAT", Labels.ALL_BUT_SEALED, false);
    Caller reader = Trial.staff(therapist);
    assertThat(Trial.as(reader, () -> remarks.change(remark, patient, "x", false))).isZero();
    assertThatThrownBy(() -> add(reader, Labels.MENTAL)).hasMessageContaining("row-level security");
    TestGrants.careTeam(therapist, patient);
    assertThat(Trial.as(reader, () -> remarks.change(remark, patient, "x", false))).isOne();
    assertThat(sees(reader, add(reader, Labels.MENTAL))).isTrue();
  }

  @Test
  void anIntegrationClientNeverReceivesPart2NorSealedNotes() {
    Caller client = Trial.caller(Caller.Kind.CLIENT, Ids.next(), "TREAT", TestGrants.ORGANIZATION);
    assertThat(sees(client, remark(Labels.MENTAL))).isTrue();
    assertThat(sees(client, remark(Labels.MENTAL | Labels.PART2))).isFalse();
    assertThat(sees(client, remark(Labels.PSYTHPN))).isFalse();
    assertThat(sees(client, remark(Labels.SUDCN))).isFalse();
  }

  @Test
  void aPatientWithoutAGrantToSelfSeesNothing() {
    UUID remark = remark(Labels.MENTAL);
    Caller self = Trial.caller(Caller.Kind.PATIENT, patient, "PATRQT", TestGrants.ORGANIZATION);
    assertThat(sees(self, remark)).isFalse();
    TestGrants.self(patient);
    assertThat(sees(self, remark)).isTrue();
  }

  @Test
  void withoutThePolicyTheSameQueryShowsTheRow() {
    UUID remark = remark(Labels.MENTAL);
    String bare = "remark_bare_" + Long.toUnsignedString(remark.getLeastSignificantBits());
    Trial.change("create table " + bare + " as select * from remark");
    Trial.change("grant select on " + bare + " to kit_app");
    assertThat(Trial.as(Trial.staff(therapist), () -> count(bare, remark))).isOne();
    assertThat(sees(Trial.staff(therapist), remark)).isFalse();
  }

  @Test
  void aPooledConnectionCarriesNobodyToTheNextCaller() {
    UUID remark = remark(Labels.MENTAL);
    for (int i = 0; i < 30; i++) {
      assertThat(sees(Trial.service(), remark)).isTrue();
      assertThat(sees(Trial.staff(therapist), remark)).isFalse();
    }
  }

  @Test
  void elevationEndsWithItsStepAlsoWhenTheStepFails() {
    UUID remark = remark(Labels.MENTAL);
    Caller outsider = Trial.staff(therapist);
    assertThat(Trial.as(outsider, () -> access.elevated(jdbi, "trial", () -> count(remark))))
        .isOne();
    assertThat(
            Trial.as(
                outsider,
                () -> {
                  assertThatThrownBy(() -> access.elevated(jdbi, "trial", () -> fail(remark)))
                      .isInstanceOf(UnsupportedOperationException.class);
                  return count(remark);
                }))
        .isZero();
  }

  @Test
  void whatTheDatabaseRefusedInAnElevatedStepIsWhatTheCallerHears() {
    UUID remark = remark(Labels.MENTAL);
    assertThatThrownBy(
            () ->
                Trial.as(
                    Trial.staff(therapist),
                    () -> access.elevated(jdbi, "trial", () -> addTwice(remark))))
        .hasMessageContaining("remark_code_is_unique");
  }

  private UUID addTwice(UUID remark) {
    String code =
        jdbi.withHandle(
            h ->
                h.createQuery("select code from remark where remark_id = ?")
                    .bind(0, remark)
                    .mapTo(String.class)
                    .one());
    return remarks.add(patient, 0, code, Remarks.Kind.PLAIN, LocalDate.EPOCH, "again");
  }

  private Long fail(UUID remark) {
    assertThat(count(remark)).isOne();
    throw new UnsupportedOperationException("after a good look");
  }

  private Caller with(String purpose) {
    return Trial.caller(Caller.Kind.STAFF, therapist, purpose, TestGrants.ORGANIZATION);
  }

  private UUID remark(int labels) {
    return add(Trial.service(), labels);
  }

  private UUID add(Caller caller, int labels) {
    return Trial.as(
        caller,
        () ->
            remarks.add(
                patient,
                labels,
                Ids.next().toString(),
                Remarks.Kind.PLAIN,
                LocalDate.EPOCH,
                "seen"));
  }

  private boolean sees(Caller caller, UUID remark) {
    return Trial.as(caller, () -> count(remark)) == 1;
  }

  private long count(UUID remark) {
    return count("remark", remark);
  }

  private long count(String table, UUID remark) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select count(*) from " + table + " where remark_id = :id")
                .bind("id", remark)
                .mapTo(Long.class)
                .one());
  }
}
