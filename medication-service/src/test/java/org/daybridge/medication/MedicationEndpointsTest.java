package org.daybridge.medication;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.daybridge.kit.test.EndpointGuard;
import org.daybridge.kit.test.TestPlatform;

/** Every operation of the service's OpenAPI document meets bad input. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class MedicationEndpointsTest extends EndpointGuard {

  @Override
  protected Map<String, GoodRequest> goodRequests() {
    MedicationFixture fixture = MedicationFixture.admitted();
    String concerns = "/api/medication/v1/patients/%s/adherence-concerns";
    return Map.of(
        "POST " + concerns.formatted("{patientId}"),
        new GoodRequest(
            fixture.token,
            concerns.formatted(fixture.patient),
            Map.of(),
            "{\"observation\":\"seems to skip the evening dose\"}"));
  }
}
