package org.daybridge.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.daybridge.local.ServiceName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which path goes where. */
class RoutingTableTest {

  @ParameterizedTest
  @CsvSource({
    "/api/intake/v1/referrals, INTAKE",
    "/api/clinical-records/v1/notes?limit=2, CLINICAL_RECORDS",
    "/fhir/metadata, INTAKE",
    "/fhir/Patient/1, INTAKE",
    "/fhir/Appointment?patient=1, SCHEDULING",
    "/fhir/Appointment/_search, SCHEDULING",
    "/fhir/CarePlan/1, CLINICAL_RECORDS",
    "/fhir/MedicationRequest/1, MEDICATION",
    "/fhir/Observation/1, OUTCOMES",
    "/fhir/Provenance/Appointment-01900000-0000-7000-8000-000000000001, SCHEDULING",
    "/fhir/Provenance?target=MedicationRequest/1, MEDICATION",
  })
  void sendsEachPathToTheServiceThatOwnsIt(String uri, ServiceName service) {
    assertThat(RoutingTable.route(uri)).isEqualTo(new Route.ToService(service));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/health",
        "/q/metrics",
        "/api/q/v1/health",
        "/api/unknown/v1/things",
        "/api",
        "/metrics",
        "//q/health"
      })
  void hidesEverythingElse(String uri) {
    assertThat(RoutingTable.route(uri))
        .satisfiesAnyOf(
            it ->
                assertThat(it)
                    .isInstanceOfSatisfying(
                        Route.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo(404)),
            it -> assertThat(it).isEqualTo(new Route.ToDocs("/")));
  }

  @ParameterizedTest
  @CsvSource({
    "/fhir/Spaceship/1, 404",
    "/fhir/Provenance, 404",
    "/fhir/Provenance/_search, 404",
    "/fhir, 400",
    "/fhir/, 400",
    "/fhir/Patient/1/$everything, 400",
  })
  void answersInFhirWhereNoServiceCan(String uri, int status) {
    assertThat(RoutingTable.route(uri))
        .isInstanceOfSatisfying(
            Route.FhirRefused.class, refused -> assertThat(refused.status()).isEqualTo(status));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/.well-known/smart-configuration", "/fhir/.well-known/smart-configuration"})
  void describesTheIssuerInBothPlaces(String uri) {
    assertThat(RoutingTable.route(uri)).isEqualTo(new Route.ToSmartConfiguration());
  }
}
