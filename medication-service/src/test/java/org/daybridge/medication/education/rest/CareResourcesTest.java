package org.daybridge.medication.education.rest;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.medication.MedicationFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class CareResourcesTest {

  @Test
  void eachNewDrugAsksForEducationUntilItIsSaidBack() {
    var ward = MedicationFixture.admitted();
    String id = ward.post("/orders", ward.order("36437", "50", "")).extract().path("orderId");
    String due = "items.find { it.orderId == '%s' }.due".formatted(id);

    ward.get("/patients/" + ward.patient + "/education").body(due, equalTo(true));
    ward.post("/orders/" + id + "/education", "{\"topics\":[\"purpose\"],\"teachBack\":false}")
        .statusCode(201);
    ward.get("/patients/" + ward.patient + "/education").body(due, equalTo(true));
    ward.post("/orders/" + id + "/education", "{\"topics\":[\"side effects\"],\"teachBack\":true}")
        .statusCode(201);
    ward.get("/patients/" + ward.patient + "/education")
        .body(due, equalTo(false))
        .body("items[0].topics", hasItems("purpose", "side effects"));
  }

  @Test
  void aSideEffectIsKept() {
    var ward = MedicationFixture.admitted();
    String path = "/patients/" + ward.patient + "/side-effects";

    ward.post(path, "{\"symptom\":\"nausea\",\"severity\":2,\"suspectedDrug\":\"sertraline\"}")
        .statusCode(201);
    ward.get(path).body("items.symptom", hasItem("nausea"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6})
  void severityRunsFromOneToFive(int severity) {
    var ward = MedicationFixture.admitted();

    ward.post(
            "/patients/" + ward.patient + "/side-effects",
            "{\"symptom\":\"x\",\"severity\":" + severity + "}")
        .statusCode(400);
  }

  @Test
  void theChartsListIsReconciledBeforeADischarge() {
    var ward = MedicationFixture.admitted();
    ward.post("/orders", ward.order("36437", "50", "")).statusCode(201);
    ward.post("/patients/" + ward.patient + "/medications", "{\"name\":\"ibuprofen\"}")
        .statusCode(201);

    ward.post("/patients/" + ward.patient + "/reconciliations", "{\"occasion\":\"DISCHARGE\"}")
        .statusCode(201)
        .body("items.occasion", hasItem("DISCHARGE"))
        .body("items", hasSize(2));
  }

  @Test
  void aProfileIsReplacedOnlyByWhoReadIt() {
    var ward = MedicationFixture.admitted();
    String path = MedicationFixture.API + "/patients/" + ward.patient + "/safety-profile";
    var put =
        (java.util.function.BiFunction<String, String, io.restassured.response.ValidatableResponse>)
            (etag, body) -> {
              var request =
                  io.restassured.RestAssured.given()
                      .header("Authorization", "Bearer " + ward.token)
                      .contentType("application/json")
                      .body(body);
              return (etag == null ? request : request.header("If-Match", etag)).put(path).then();
            };

    put.apply(null, "{\"conditions\":[\"epilepsy\"],\"weightKg\":70}").statusCode(200);
    put.apply(null, "{}").statusCode(428);
    put.apply("\"9\"", "{}").statusCode(412);
    ward.post("/orders", ward.order("42347", "150", ""))
        .statusCode(422)
        .body("type", endsWith("contraindicated-medication-stops"));
    put.apply("\"0\"", "{\"conditions\":[]}").statusCode(200);
    ward.post("/orders", ward.order("42347", "150", "")).statusCode(201);
  }
}
