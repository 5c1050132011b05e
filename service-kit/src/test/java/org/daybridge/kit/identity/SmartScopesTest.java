package org.daybridge.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.daybridge.kit.identity.Caller.Kind;
import org.junit.jupiter.api.Test;

class SmartScopesTest {

  @Test
  void aTokenWithoutSuchScopesIsNotNarrowed() {
    for (String claim : new String[] {null, "", "openid fhirUser offline_access launch"}) {
      assertThat(SmartScopes.of(claim).allow(Kind.STAFF, "DELETE", "/api/intake/v1/x")).isTrue();
    }
  }

  @Test
  void aScopeAllowsItsTypeAndActionsOnly() {
    SmartScopes scopes = SmartScopes.of("openid user/Patient.rs user/Observation.s");
    assertThat(scopes.allow(Kind.STAFF, "GET", "/fhir/Patient/1")).isTrue();
    assertThat(scopes.allow(Kind.STAFF, "GET", "/fhir/Patient")).isTrue();
    assertThat(scopes.allow(Kind.STAFF, "POST", "/fhir/Patient/_search")).isTrue();
    assertThat(scopes.allow(Kind.STAFF, "POST", "/fhir/Patient")).isFalse();
    assertThat(scopes.allow(Kind.STAFF, "GET", "/fhir/Observation")).isTrue();
    assertThat(scopes.allow(Kind.STAFF, "GET", "/fhir/Observation/1")).isFalse();
    assertThat(scopes.allow(Kind.STAFF, "GET", "/fhir/CarePlan")).isFalse();
  }

  @Test
  void theFirstVersionsWordsMeanWhatTheyMeant() {
    assertThat(SmartScopes.of("system/*.read").allow(Kind.CLIENT, "GET", "/fhir/Goal/1")).isTrue();
    assertThat(SmartScopes.of("system/*.read").allow(Kind.CLIENT, "POST", "/fhir/Goal")).isFalse();
    assertThat(SmartScopes.of("system/*.*").allow(Kind.CLIENT, "POST", "/fhir/Goal")).isTrue();
  }

  @Test
  void aLevelSpeaksForItsOwnKindOfCaller() {
    assertThat(SmartScopes.of("patient/*.rs").allow(Kind.STAFF, "GET", "/fhir/Goal")).isFalse();
    assertThat(SmartScopes.of("system/*.rs").allow(Kind.STAFF, "GET", "/fhir/Goal")).isFalse();
    assertThat(SmartScopes.of("patient/*.rs").allow(Kind.PATIENT, "GET", "/fhir/Goal")).isTrue();
  }

  @Test
  void whatIsNotFhirNeedsAScopeOnAllTypes() {
    assertThat(SmartScopes.of("user/Patient.cruds").allow(Kind.STAFF, "GET", "/api/x")).isFalse();
    assertThat(SmartScopes.of("user/*.rs").allow(Kind.STAFF, "GET", "/api/x")).isTrue();
    assertThat(SmartScopes.of("user/*.rs").allow(Kind.STAFF, "POST", "/api/x")).isFalse();
    assertThat(SmartScopes.of("user/*.cruds").allow(Kind.STAFF, "POST", "/api/x")).isTrue();
  }

  @Test
  void whatIsNotUnderstoodGrantsNothing() {
    for (String odd :
        new String[] {
          "user/Observation.rs?category=laboratory", "user/*.", "user/*.sr", "user/patient.rs"
        }) {
      assertThat(SmartScopes.of(odd).allow(Kind.STAFF, "GET", "/fhir/Observation")).isFalse();
    }
  }
}
