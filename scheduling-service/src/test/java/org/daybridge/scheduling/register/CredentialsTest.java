package org.daybridge.scheduling.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.daybridge.contract.scheduling.SchedulingEvent.License;
import org.daybridge.scheduling.register.Credentials.Need;
import org.daybridge.scheduling.register.Credentials.Unfit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {
  private static final LocalDate EXPIRY = LocalDate.parse("2026-03-31");

  @ParameterizedTest
  @CsvSource({"2026-03-31, ", "2026-04-01, license-expired"})
  void aLicenseHoldsThroughTheDayOnWhichItExpires(LocalDate day, String rule) {
    assertThat(rule(holding("LCSW"), Need.LICENSE, day)).isEqualTo(rule);
  }

  @Test
  void aCertificateIsNotALicense() {
    assertThat(rule(holding("CERTIFIED"), Need.LICENSE, EXPIRY)).isEqualTo("license-required");
    assertThat(rule(holding("CERTIFIED"), Need.CREDENTIAL, EXPIRY)).isNull();
  }

  @Test
  void whoNeedsNothingMayRunAMeeting() {
    assertThat(rule(new Credentials(List.of(), false, false), Need.NONE, EXPIRY)).isNull();
  }

  @Test
  void anAssociateNeedsASupervisor() {
    var license = new License("LMSW", "1", "NY", EXPIRY);

    assertThat(rule(new Credentials(List.of(license), true, false), Need.LICENSE, EXPIRY))
        .isEqualTo("supervision-required");
    assertThat(rule(new Credentials(List.of(license), true, true), Need.LICENSE, EXPIRY)).isNull();
  }

  private static Credentials holding(String type) {
    return new Credentials(List.of(new License(type, "1", "NY", EXPIRY)), false, false);
  }

  private static String rule(Credentials credentials, Need need, LocalDate day) {
    return credentials.unfitFor(need, day).map(Unfit::rule).orElse(null);
  }
}
