package org.daybridge.medication.proposal.fhir;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.medication.MedicationFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class ListProposalFacadeTest {
  private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

  private MedicationFixture ward;
  private String path;

  @BeforeEach
  void admit() {
    ward = MedicationFixture.admitted();
    path = "/patients/" + ward.patient + "/list-proposals";
  }

  private ValidatableResponse send(String body) {
    return sendAs(ward.token, body);
  }

  private ValidatableResponse sendAs(String token, String body) {
    return given()
        .header("Authorization", "Bearer " + token)
        .contentType("application/fhir+json")
        .body(body)
        .post(MedicationFixture.API + path)
        .then();
  }

  private static String bundle(String... resources) {
    return "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[%s]}"
        .formatted(
            String.join(
                ",", List.of(resources).stream().map(r -> "{\"resource\":" + r + "}").toList()));
  }

  private static String request(String status, String code, String text) {
    return """
        {"resourceType":"MedicationRequest","status":"%s","intent":"order",
         "medicationCodeableConcept":{"coding":[{"system":"%s","code":"%s"}],"text":"%s"},
         "subject":{"reference":"Patient/x"},"authoredOn":"2026-01-05",
         "dosageInstruction":[{"text":"once a day","timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}},
           "doseAndRate":[{"doseQuantity":{"value":50,"unit":"mg","code":"mg"}}]}]}
        """
        .formatted(status, RXNORM, code, text);
  }

  private static String statement(String medication, String status) {
    return """
        {"resourceType":"MedicationStatement","status":"%s",%s,"subject":{"reference":"Patient/x"}}
        """
        .formatted(status, medication);
  }

  private static String text(String name) {
    return "\"medicationCodeableConcept\":{\"text\":\"" + name + "\"}";
  }

  @Test
  void proposalsAreListedInShortPages() {
    String sent = "{\"resourceType\":\"Bundle\",\"type\":\"collection\"}";
    String first = send(sent).statusCode(201).extract().path("proposalId");
    String second = send(sent).statusCode(201).extract().path("proposalId");

    String cursor =
        ward.get(path + "?limit=1")
            .statusCode(200)
            .body("items.proposalId", contains(second))
            .extract()
            .path("next");
    ward.get(path + "?limit=1&cursor=" + cursor).body("items.proposalId", contains(first));
    ward.get(path + "?limit=21").statusCode(400);
    ward.get(path + "?cursor=x").statusCode(400);
  }

  @Test
  void everyMedicationIsListedAndMappedByCodeOrExactNameOnly() {
    send(bundle(
            request("active", "36437", "Sertraline 50 MG Oral Tablet"),
            statement(text("Lithium"), "active"),
            statement(text("Lithium 300 MG Oral Capsule"), "active"),
            request("active", "36437", "bupropion"),
            request("stopped", "4493", "fluoxetine"),
            statement("\"medicationReference\":{\"reference\":\"Medication/9\"}", "active"),
            statement("\"medicationCodeableConcept\":{}", "active"),
            statement(text("lithium"), "active"),
            "{\"resourceType\":\"Condition\",\"subject\":{\"reference\":\"Patient/x\"}}"))
        .statusCode(201)
        .header("ETag", "\"0\"")
        .body("items", hasSize(8))
        .body(
            "items.ingredient",
            contains("sertraline", "lithium", null, null, "fluoxetine", null, null, "lithium"))
        .body("items.inferred", contains(false, true, false, false, false, false, false, true))
        .body(
            "items.unchecked",
            contains(
                null,
                null,
                "NOT_COVERED",
                "CODE_AND_NAME_DIFFER",
                null,
                "REFERENCE_NOT_FOUND",
                "NO_CODE_NO_NAME",
                null))
        .body(
            "items.proposal",
            contains("ADD", "ADD", "ADD", "REPEATED", "NO_LONGER_TAKEN", "ADD", "ADD", "REPEATED"))
        .body("unchecked", hasSize(4))
        .body("items[0].stated.doseMgPerDay", equalTo(50f))
        .body("notUsed.Condition", equalTo(1));
    ward.get("/patients/" + ward.patient + "/medications").body("items", hasSize(0));
  }

  @Test
  void whatIsAcceptedJoinsTheListAndIsFlagged() {
    ward.post("/orders", ward.order("36437", "50", "")).statusCode(201);
    var sent =
        send(bundle(
                request("active", "8123", "phenelzine"),
                statement(text("Home remedy"), "active"),
                statement(text("Depakote"), "active"),
                request("active", "36437", "sertraline"),
                request("stopped", "4493", "fluoxetine")))
            .statusCode(201)
            .body("items[3].proposal", equalTo("KNOWN_ALREADY"))
            .extract();
    List<String> ids = sent.path("items.itemId");
    String reviews = "/list-proposals/" + sent.path("proposalId") + "/reviews";

    ward.post(
            reviews,
            "\"0\"",
            """
            {"items":[{"itemId":"%s","choice":"ACCEPT"},{"itemId":"%s","choice":"ACCEPT"},
              {"itemId":"%s","choice":"ACCEPT","rxcui":"11118"},
              {"itemId":"%s","choice":"LEAVE","because":"KNOWN_ALREADY"},
              {"itemId":"%s","choice":"ACCEPT"}]}
            """
                .formatted(ids.toArray()))
        .statusCode(200)
        .body("proposal.open", equalTo(false))
        .body(
            "proposal.items.decision",
            contains("ACCEPTED", "ACCEPTED", "ACCEPTED", "LEFT", "ACCEPTED"))
        .body("proposal.items[1].unchecked", equalTo("NOT_COVERED"))
        .body("proposal.items[2].basis", equalTo("REVIEWER"))
        .body("proposal.items[0].medicationId", notNullValue())
        .body("flags.severity", hasItem("contraindicated"));
    ward.get("/patients/" + ward.patient + "/medications")
        .body("items", hasSize(4))
        .body("items.source.unique()", contains("FHIR"))
        .body("items.find { it.name == 'Depakote' }.ingredient", equalTo("valproate"))
        .body("items.find { it.name == 'Home remedy' }.ingredient", nullValue())
        .body("items.find { it.name == 'fluoxetine' }.status", equalTo("STOPPED"));

    ward.post(
            reviews,
            "\"0\"",
            "{\"items\":[{\"itemId\":\"%s\",\"choice\":\"ACCEPT\"}]}".formatted(ids.get(0)))
        .statusCode(412);
    ward.post(
            reviews,
            "\"1\"",
            "{\"items\":[{\"itemId\":\"%s\",\"choice\":\"ACCEPT\"}]}".formatted(ids.get(0)))
        .statusCode(409)
        .body("type", endsWith("item-is-open"));
    send(bundle(request("active", "8123", "phenelzine"), statement(text("home  REMEDY"), "active")))
        .body("items.proposal", contains("KNOWN_ALREADY", "KNOWN_ALREADY"));
  }

  @Test
  void aListIsReadWithWhatItHoldsAndWhatLeadsNowhere() {
    String list =
        """
        {"resourceType":"List","status":"current","mode":"snapshot","subject":{"reference":"Patient/x"},
         "contained":[
          {"resourceType":"Medication","id":"m","code":{"coding":[{"system":"%1$s","code":"1098666"}],
             "text":"Bupropion product"},
             "ingredient":[{"itemCodeableConcept":{"coding":[{"system":"%1$s","code":"42347"}]}}]},
          {"resourceType":"MedicationStatement","id":"a","status":"active",
             "medicationReference":{"reference":"#m"},"subject":{"reference":"Patient/x"}},
          {"resourceType":"MedicationStatement","id":"b","status":"active",
             "medicationCodeableConcept":{"text":"trazodone"},"subject":{"reference":"Patient/x"}},
          {"resourceType":"MedicationStatement","id":"c","status":"entered-in-error",
             "medicationCodeableConcept":{"text":"clozapine"},"subject":{"reference":"Patient/x"}}],
         "entry":[{"item":{"reference":"#a"}},{"deleted":true,"item":{"reference":"#b"}},
          {"item":{"reference":"MedicationStatement/elsewhere","display":"lorazepam"}}]}
        """
            .formatted(RXNORM);

    var sent =
        send(list)
            .statusCode(201)
            .body("items", hasSize(4))
            .body("items[0].ingredient", equalTo("bupropion"))
            .body("items[0].basis", equalTo("INGREDIENT_CODE"))
            .body("items[0].inferred", equalTo(true))
            .body("items.proposal", contains("ADD", "NO_LONGER_TAKEN", "ENTERED_IN_ERROR", "ASK"))
            .body("items[3].stated.name", equalTo("lorazepam"))
            .extract();
    ward.post(
            "/list-proposals/" + sent.path("proposalId") + "/reviews",
            "\"0\"",
            "{\"items\":[{\"itemId\":\"%s\",\"choice\":\"ACCEPT\"}]}"
                .formatted(sent.<String>path("items[2].itemId")))
        .statusCode(422)
        .body("type", endsWith("error-of-the-sender-is-left"));
    ward.get("/patients/" + ward.patient + "/medications").body("items", hasSize(0));
  }

  @Test
  void aListOfSomebodyElseIsRefused() {
    String born =
        "{\"resourceType\":\"Patient\",\"id\":\"x\",\"birthDate\":\"%s\"}"
            .formatted(LocalDate.now(ZoneOffset.UTC).minusYears(50));

    send(bundle(born, statement(text("lithium"), "active")))
        .statusCode(422)
        .body("type", endsWith("list-is-of-this-person"));
    send(bundle(
            statement(text("lithium"), "active"),
            statement(text("lithium"), "active").replace("Patient/x", "Patient/y")))
        .statusCode(400);
    ward.get(path).body("items", hasSize(0));
  }

  @Test
  void badListsAndReviewsAreRefusedAndStrangersSeeNothing() {
    send("{\"resourceType\":\"Patient\"}").statusCode(400);
    send("no fhir").statusCode(400).body("type", endsWith("malformed-fhir"));
    send(bundle()).statusCode(201).body("items", hasSize(0)).body("open", equalTo(false));
    var sent = send(bundle(statement(text("lithium"), "active"))).extract();
    String reviews = "/list-proposals/" + sent.path("proposalId") + "/reviews";
    String item = "{\"items\":[{\"itemId\":\"" + sent.path("items[0].itemId") + "\",";

    ward.post(reviews, item + "\"choice\":\"ACCEPT\"}]}").statusCode(428);
    ward.post(reviews, "\"0\"", item + "\"choice\":\"LEAVE\"}]}").statusCode(400);
    ward.post(reviews, "\"0\"", item + "\"choice\":\"ACCEPT\",\"rxcui\":\"1\"}]}")
        .statusCode(422)
        .body("type", endsWith("drug-is-covered"));
    ward.post(reviews, "\"0\"", "{\"items\":[]}").statusCode(400);
    String stranger = Tokens.staff("prescriber", UUID.randomUUID());
    sendAs(stranger, bundle()).statusCode(404);
    MedicationFixture.getAs(stranger, "/list-proposals/" + sent.path("proposalId")).statusCode(404);
    sendAs(Tokens.staff("biller", ward.prescriber), bundle()).statusCode(403);
    ward.get("/list-proposals/" + sent.path("proposalId"))
        .statusCode(200)
        .body("items[0].decision", equalTo("OPEN"));
  }
}
