package org.daybridge.kit.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.junit.jupiter.api.Test;

/** A token that is narrower than its bearer's role. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class TokenLimitsTest {
  private static final String REMARKS = "/api/kit/v1/remarks";

  @Test
  void scopesNarrowTheRole() {
    get("user/*.rs").then().statusCode(200);
    get("openid").then().statusCode(200);
    get("user/Patient.rs").then().statusCode(403).body("type", endsWith("/scope-may-not"));
    get("system/*.rs").then().statusCode(403);
  }

  @Test
  void scopesNeverWidenTheRole() {
    given()
        .header("Authorization", "Bearer " + Tokens.scoped("biller", Ids.next(), "user/*.cruds"))
        .get(REMARKS)
        .then()
        .statusCode(403)
        .body("type", endsWith("/role-may-not"));
  }

  private static io.restassured.response.Response get(String scope) {
    return given()
        .header("Authorization", "Bearer " + Tokens.scoped("therapist", Ids.next(), scope))
        .get(REMARKS);
  }
}
