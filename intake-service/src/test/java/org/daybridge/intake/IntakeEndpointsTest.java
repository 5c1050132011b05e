package org.daybridge.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.daybridge.kit.test.EndpointGuard;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;

/** Every operation of the service's OpenAPI document meets bad input. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class IntakeEndpointsTest extends EndpointGuard {

  @Override
  protected Map<String, GoodRequest> goodRequests() {
    IntakeClinic clinic = IntakeClinic.open();
    String address = "/api/intake/v1/referrals";
    return Map.of(
        "POST " + address,
        new GoodRequest(
            Tokens.staff("intake_coordinator", clinic.coordinator),
            address,
            Map.of(),
            json(clinic.referral(clinic.mentalHealth))));
  }

  private static String json(Map<String, Object> body) {
    try {
      return new ObjectMapper().writeValueAsString(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
