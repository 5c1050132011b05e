package org.daybridge.scheduling;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Map;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.EndpointGuard;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;

/** Every operation of the service's OpenAPI document meets bad input. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class SchedulingEndpointsTest extends EndpointGuard {

  @Override
  protected Map<String, GoodRequest> goodRequests() {
    String token = Tokens.of("program_director");
    String address = "/api/scheduling/v1/sites/guarded-" + Ids.next().toString().substring(24);
    String body = "{\"name\":\"Harbor Street\",\"zone\":\"America/New_York\"}";
    RestAssured.given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(body)
        .put(address)
        .then()
        .statusCode(201);
    return Map.of(
        "PUT /api/scheduling/v1/sites/{code}",
        new GoodRequest(token, address, Map.of(), body.replace("Harbor", "Other")));
  }
}
