package org.daybridge.records.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Decision.Applied;
import org.daybridge.kit.decision.Decision.Refused;
import org.daybridge.records.certification.Certification.Certified;
import org.daybridge.records.certification.Certification.Kind;
import org.daybridge.records.certification.Certification.Signer;
import org.daybridge.records.certification.Certification.Statement;
import org.daybridge.records.signing.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificationTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
  private static final Certification.Limits LIMITS = new Certification.Limits(60, 9, "test");

  @Test
  void theFirstCoversSixtyDaysAndTheNextIsARecertification() {
    var first = next(sign(Optional.empty(), TODAY, 9, true));
    assertThat(first.kind()).isEqualTo(Kind.INITIAL);
    assertThat(first.lapsesOn()).isEqualTo(TODAY.plusDays(60));
    var second = next(sign(Optional.of(first), first.lapsesOn(), 9, true));
    assertThat(second.kind()).isEqualTo(Kind.RECERTIFICATION);
  }

  @ParameterizedTest
  @CsvSource({"-1,false", "0,true"})
  void isNotBackDated(int days, boolean signs) {
    var decision = sign(Optional.empty(), TODAY.plusDays(days), 9, true);
    assertThat(decision instanceof Applied<Certification, Void>).isEqualTo(signs);
    if (!signs) assertThat(rule(decision)).isEqualTo("certification-not-back-dated");
  }

  @ParameterizedTest
  @CsvSource({"8,false", "9,true"})
  void statesTheNeedForAtLeastNineHours(int hours, boolean signs) {
    var decision = sign(Optional.empty(), TODAY, hours, true);
    assertThat(decision instanceof Applied<Certification, Void>).isEqualTo(signs);
    if (!signs) assertThat(rule(decision)).isEqualTo("certification-needs-nine-hours");
  }

  @Test
  void onlyAPhysicianCertifies() {
    assertThat(rule(sign(Optional.empty(), TODAY, 9, false)))
        .isEqualTo("certification-by-physician");
  }

  @Test
  void periodsFollowEachOther() {
    var first = next(sign(Optional.empty(), TODAY.plusDays(10), 9, true));
    assertThat(rule(sign(Optional.of(first), TODAY.plusDays(10), 9, true)))
        .isEqualTo("certifications-follow-each-other");
  }

  private static Decision<Certification, Void> sign(
      Optional<Certification> last, LocalDate from, int hours, boolean physician) {
    return Certification.sign(
        new CertificationId(new UUID(9, 1)),
        new Certified(new PatientId(new UUID(6, 1)), new EpisodeId(new UUID(7, 1)), 0, last),
        new Statement(from, hours, "needs the program"),
        new Signer(
            new StaffId(new UUID(1, 5)), physician, new Credentials("prescriber", List.of())),
        LIMITS,
        Instant.parse("2026-03-02T17:00:00Z"),
        TODAY);
  }

  private static Certification next(Decision<Certification, Void> decision) {
    return ((Applied<Certification, Void>) decision).next();
  }

  private static String rule(Decision<Certification, Void> decision) {
    return ((Refused<Certification, Void>) decision).rule();
  }
}
