package org.daybridge.records.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class PrintedPlansTest {

  private static final Map<String, Object> SAFETY =
      Map.of(
          "warningSigns", List.of("I stop answering messages", "I do not sleep"),
          "ownCoping", List.of("walk by the river", "breathe in for four, out for six"),
          "peopleAndPlaces", List.of("the library on Main Street"),
          "peopleToAsk", List.of(Map.of("name", "Zoë", "phone", "555 0101")),
          "professionals",
              List.of(
                  Map.of("name", "Lifeline", "phone", "988"),
                  Map.of("name", "Day program", "phone", "555 0199")),
          "saferEnvironment", List.of("my sister keeps the pills"));

  private static final Map<String, Object> RELAPSE =
      Map.of(
          "triggers", List.of("payday"),
          "highRiskSituations", List.of("parties at work"),
          "warningSigns", List.of("skipping meetings"),
          "coping", List.of("call before, not after"),
          "support", List.of("Sam from the Tuesday group"),
          "whatToDo", List.of("leave the room, then call"));

  private static final Map<String, Object> AFTERCARE =
      Map.of(
          "appointments",
              List.of(
                  Map.of(
                      "with", "Dr. Łukasz",
                      "purpose", "medication",
                      "at", "2026-12-08T15:30:00Z",
                      "phone", "555 0133")),
          "supportGroups",
              List.of(
                  Map.of(
                      "name", "Evening circle",
                      "place", "Community hall",
                      "dayAndTime", "Tuesday 7 pm")),
          "medication", List.of("refill on 3 December"),
          "contacts", List.of(Map.of("name", "Ana", "relation", "sister", "phone", "555 0144")),
          "crisisSteps", List.of("open the safety plan"),
          "followUpDays", List.of(7, 30));

  private RecordsFixture story;

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted();
  }

  @Test
  void aDraftIsNotPrinted() {
    var plan = begin("/safety-plans", SAFETY);
    story
        .as(story.self())
        .get(API + "/safety-plans/" + plan.extract().path("id") + "/print")
        .then()
        .statusCode(409)
        .body("type", endsWith("/print-needs-signed-plan"));
  }

  @Test
  void thePatientsCopySaysWhatTheySignedUnderANeutralName() throws IOException {
    assertThat(printed("/safety-plans", "safety", SAFETY))
        .contains("I stop answering messages", "Zoë", "988", "my sister keeps the pills")
        .contains("Version 1, signed", "Patient,", "Clinician,");
    assertThat(printed("/relapse-prevention-plans", "relapse", RELAPSE))
        .contains("Sam from the Tuesday group", "leave the room");
    assertThat(printed("/aftercare-plans", "aftercare", AFTERCARE))
        .contains("Tue 8 Dec 2026, 10:30 AM", "Evening circle", "30 days after");
  }

  @Test
  void aStrangerGetsNoCopy() {
    var plan = begin("/safety-plans", SAFETY);
    var path = API + "/safety-plans/" + plan.extract().path("id") + "/print";
    story.as(Tokens.staff("therapist", Ids.next())).get(path).then().statusCode(404);
    story.as(Tokens.staff("biller", story.therapist)).get(path).then().statusCode(403);
  }

  @Test
  void aPacketPrintsWhatWasHashed() throws IOException {
    story.activePlan(Ids.next());
    var packet =
        story
            .post(
                story.therapist(),
                "/continued-stay-packets",
                Map.of(
                    "patientId",
                    story.patient,
                    "from",
                    LocalDate.now(RecordsFixture.ZONE).minusDays(14).toString(),
                    "to",
                    LocalDate.now(RecordsFixture.ZONE).toString(),
                    "recipient",
                    "Harbor Health Plan",
                    "whyNotLower",
                    "two alerts in ten days",
                    "whyNotHigher",
                    "safe at home with a plan"))
            .statusCode(201);
    var path = API + "/continued-stay-packets/" + packet.extract().path("id");
    story
        .as(story.therapist())
        .get(path)
        .then()
        .statusCode(200)
        .body("contentHash", equalTo(packet.extract().<String>path("contentHash")));
    var pdf = story.as(story.therapist()).get(path + "/print").then().statusCode(200);
    SheetPrinterTest.picture("packet", pdf.extract().asByteArray());
    assertThat(text(pdf.extract().asByteArray()))
        .contains("two alerts in ten days", "No physician certification", "PHQ-9");
  }

  private String printed(String path, String name, Map<String, Object> content) throws IOException {
    var plan = begin(path, content);
    var one = sign(path, story.therapist(), plan);
    sign(path, story.self(), one).body("status", equalTo("SIGNED"));
    var pdf =
        story
            .as(story.self())
            .get(API + path + "/" + plan.extract().path("id") + "/print")
            .then()
            .statusCode(200)
            .header("Content-Disposition", equalTo("attachment; filename=\"document.pdf\""))
            .contentType("application/pdf")
            .extract()
            .asByteArray();
    SheetPrinterTest.picture(name, pdf);
    return text(pdf);
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private ValidatableResponse begin(String path, Map<String, Object> content) {
    return story
        .post(story.therapist(), path, Map.of("patientId", story.patient, "content", content))
        .statusCode(201);
  }

  private ValidatableResponse sign(String path, String token, ValidatableResponse seen) {
    return story
        .post(
            token,
            path + "/" + seen.extract().path("id") + "/signatures",
            seen.extract().header("ETag"),
            Map.of("contentHash", seen.extract().<String>path("draft.contentHash")))
        .statusCode(200);
  }
}
