package org.daybridge.outcomes;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.daybridge.contract.intake.Population;
import org.daybridge.kit.test.EndpointGuard;
import org.daybridge.kit.test.TestPlatform;

/** Every operation of the service's OpenAPI document meets bad input. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class OutcomesEndpointsTest extends EndpointGuard {

  @Override
  protected Map<String, GoodRequest> goodRequests() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    String address = "/api/outcomes/v1/measures";
    String checkIns = "/api/outcomes/v1/check-ins";
    return Map.of(
        "POST " + checkIns,
        new GoodRequest(
            who.own(), checkIns, Map.of(), "{\"answers\":{\"mood\":5},\"mode\":\"SELF\"}"),
        "POST " + address,
        new GoodRequest(
            who.own(),
            address,
            Map.of(),
            "{\"answers\":{\"1\":1,\"2\":1,\"3\":0,\"4\":0,\"5\":0,\"6\":1,\"7\":0},\"instrument\":\"GAD-7\"}"));
  }
}
