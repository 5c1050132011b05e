package org.daybridge.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybridge.local.gateway.LocalRoutes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A front end that works against the local gateway works in the cluster, path by path. */
class RoutesTest {

  private static final String ID = "01900000-0000-7000-8000-000000000001";

  private final Routes routes = new Routes(Manifests.of("base"));

  static Stream<String> resourceTypes() throws IOException {
    try (BufferedReader types =
        new BufferedReader(
            new InputStreamReader(
                RoutesTest.class.getResourceAsStream("/fhir-r4-types.txt"),
                StandardCharsets.UTF_8))) {
      return types.lines().filter(it -> !it.isBlank()).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("resourceTypes")
  void everyFhirTypeGoesWhereTheLocalGatewaySendsIt(String type) {
    assertSame("/fhir/" + type);
    assertSame("/fhir/" + type + "/" + ID);
    assertSame("/fhir/" + type + "/_search");
    assertSame("/fhir/" + type + "?patient=" + ID);
    assertSame("/fhir/Provenance/" + type + "-" + ID);
    assertSame("/fhir/Provenance?target=" + type + "/" + ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/intake/v1/me",
        "/api/scheduling/v1/sessions?limit=2",
        "/api/clinical-records/v1/notes",
        "/api/medication/v1/orders/1",
        "/api/outcomes/v1/instruments",
        "/fhir/metadata",
        "/api/intakes/v1/me",
        "/api/unknown/v1/things",
        "/api",
        "/fhir",
        "/fhir/",
        "/fhir/Provenance",
        "/fhir/Provenance/_search",
        "/q/health",
        "/q/metrics",
        "/q/clock",
        "/",
        "/metrics",
      })
  void everyOtherPathIsServedHereAsThere(String uri) {
    assertSame(uri);
  }

  @Test
  void noRouteSaysMoreThanTheLocalGateway() {
    assertThat(routes.paths())
        .isNotEmpty()
        .filteredOn(path -> !path.equals("/fhir/Provenance"))
        .allSatisfy(path -> assertThat(routes.servicesOf(path)).isEqualTo(local(path)));
  }

  private void assertSame(String uri) {
    assertThat(routes.servicesOf(uri)).as(uri).isEqualTo(local(uri));
  }

  private static List<String> local(String uri) {
    Optional<String> service = LocalRoutes.serviceOf(uri);
    return service.map(List::of).orElseGet(List::of);
  }
}
