package org.daybridge.outcomes.checkin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.daybridge.contract.intake.Population;
import org.daybridge.contract.outcomes.OutcomesEvent.RiskAlertRaised;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.outcomes.Patients;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class CheckInResourceTest {
  private static final String ADDRESS = "/api/outcomes/v1/check-ins";
  private static final Map<String, Object> CALM =
      Map.of("mood", 6, "sleep-hours", 7.5, "urge-to-self-harm", 0, "safe-now", 1);

  @Test
  void thePatientChecksInAndTheClinicianSeesIt() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(who.own(), CALM)
        .statusCode(201)
        .body("day", equalTo(today().toString()))
        .body("revision", equalTo(1))
        .body("mode", equalTo("SELF"))
        .body("riskUnknown", equalTo(false))
        .body("crisisCard", nullValue());
    list(who.clinician(), who)
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].answers.'sleep-hours'", equalTo(7.5f))
        .body("items[0].author", equalTo(who.patient().toString()));
    assertThat(cases(who)).isZero();
  }

  @Test
  void aRiskAnswerOpensACaseAtOnceAndIsAnsweredWithACrisisCard() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(who.own(), with("urge-to-self-harm", 3))
        .statusCode(201)
        .body("alerts[0].code", equalTo("urge-to-self-harm"))
        .body("crisisCard.contacts.telephone", hasItems("988", "911"));
    ValidatableResponse open =
        get(who.clinician(), "/api/outcomes/v1/risk-cases?patientId=" + who.patient())
            .body("items", hasSize(1))
            .body("items[0].level", equalTo("MODERATE"))
            .body("items[0].answers[0].checkInId", notNullValue())
            .body("items[0].answers[0].measureId", nullValue());
    UUID id = UUID.fromString(open.extract().path("items[0].id"));
    assertThat(TestEvents.announced(RiskAlertRaised.class, id))
        .singleElement()
        .satisfies(one -> assertThat(one.source()).isEqualTo("CHECK-IN/urge-to-self-harm"));
    get(who.clinician(), "/api/outcomes/v1/assignments?patientId=" + who.patient())
        .body("items.findAll { it.occasion == 'RISK' }.instrument", contains("C-SSRS"));

    submit(who.own(), with("safe-now", 0)).statusCode(201).body("revision", equalTo(2));
    get(who.clinician(), "/api/outcomes/v1/risk-cases/" + id)
        .body("level", equalTo("HIGH"))
        .body("answers", hasSize(2));
    assertThat(TestEvents.announced(RiskAlertRaised.class, id)).hasSize(2);
  }

  @Test
  void theSameAnswersOfTheDayAreOneCheckInHoweverOftenTheyCome() throws Exception {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    String own = who.own();
    Map<String, Object> risky = with("urge-to-self-harm", 2);
    Callable<Integer> once = () -> submit(own, risky).extract().statusCode();
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      int created = 0;
      for (var done : pool.invokeAll(Collections.nCopies(8, once))) {
        assertThat(done.get()).isIn(200, 201);
        if (done.get() == 201) created++;
      }
      assertThat(created).isEqualTo(1);
    }
    submit(own, risky).statusCode(200).body("crisisCard", notNullValue());
    list(own, who).body("items", hasSize(1));
    get(who.clinician(), "/api/outcomes/v1/risk-cases?patientId=" + who.patient())
        .body("items[0].answers", hasSize(1));
  }

  @Test
  void aCopyThatComesAfterALaterRevisionIsKnownByItsTime() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    Instant before = Instant.now().minusSeconds(1);
    submit(who.own(), with("mood", 3), before).statusCode(201);
    submit(who.own(), with("mood", 8), Instant.now()).statusCode(201).body("revision", equalTo(2));
    submit(who.own(), with("mood", 3), before).statusCode(200).body("revision", equalTo(1));
  }

  @Test
  void asksByPopulationAndTrackAndAlwaysForSafety() {
    Patients use = Patients.admitted(Population.SUBSTANCE_USE);
    get(use.own(), ADDRESS + "/form")
        .body("questions.id", hasItems("mood", "craving", "used-since-yesterday", "safe-now"))
        .body("questions.id", not(hasItem("mood-chart")));
    Patients mood = Patients.admitted(Population.MENTAL_HEALTH, "bipolar", Instant.now());
    get(mood.clinician(), ADDRESS + "/form?patientId=" + mood.patient())
        .body("questions.id", hasItems("mood-chart", "urge-to-self-harm"))
        .body("questions.id", not(hasItem("craving")))
        .body("questions.find { it.id == 'mood-chart' }.lowest", equalTo(-3));
    submit(use.own(), Map.of("craving", 2)).statusCode(201).body("riskUnknown", equalTo(true));
    assertThat(
            Patients.count("select labels from check_in where patient_id = ?", use.patient()) & 1)
        .isEqualTo(1);
  }

  @Test
  void cravingUseAndUnknownRiskStandInTheRiskQueue() {
    Patients who = Patients.admitted(Population.SUBSTANCE_USE);
    submit(who.own(), Map.of("craving", 7, "urge-to-self-harm", 0, "safe-now", 1)).statusCode(201);
    get(who.clinician(), "/api/outcomes/v1/risk-queue")
        .body("items[0].reasons.signal", contains("CRAVING"));
    submit(who.own(), Map.of("craving", 6, "used-since-yesterday", 1)).statusCode(201);
    get(who.clinician(), "/api/outcomes/v1/risk-queue")
        .body("items[0].reasons.signal", contains("RISK_UNKNOWN", "CRAVING"));
    submit(who.own(), Map.of("craving", 6, "urge-to-self-harm", 0, "safe-now", 1)).statusCode(201);
    get(who.clinician(), "/api/outcomes/v1/risk-queue").body("items", hasSize(0));
  }

  @Test
  void theFacilitatorSeesTheAnswersOfTheGroupAndOnlyOfTheirOwn() {
    Patients one = Patients.admitted(Population.MENTAL_HEALTH);
    Patients other = Patients.admitted(Population.MENTAL_HEALTH);
    submit(one.own(), CALM).statusCode(201);
    submit(one.own(), with("mood", 2)).statusCode(201);
    submit(other.own(), CALM).statusCode(201);
    String group = "?patientId=" + one.patient() + "&patientId=" + other.patient();
    get(one.clinician(), ADDRESS + "/of-group" + group)
        .body("", hasSize(2))
        .body("[0].checkIn.answers.mood", equalTo(2))
        .body("[1].patientId", equalTo(other.patient().toString()))
        .body("[1].checkIn", nullValue());
    get(one.clinician(), ADDRESS + "/of-group" + group + "&day=" + today().minusDays(1))
        .body("[0].checkIn", nullValue());
    ask(one.own(), ADDRESS + "/of-group" + group).statusCode(403);
    ask(one.clinician(), ADDRESS + "/of-group").statusCode(400);
    ask(one.clinician(), ADDRESS + "/of-group?patientId=x").statusCode(400);
  }

  @Test
  void staffAsksOrLendsAKiosk() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(who.clinician(), body(who, CALM, "KIOSK", null))
        .statusCode(201)
        .body("mode", equalTo("KIOSK"))
        .body("author", equalTo(who.therapist().toString()));
    submit(who.clinician(), body(who, CALM, "SELF", null)).statusCode(400);
    submit(who.own(), body(who, CALM, "STAFF", null)).statusCode(400);
    submit(who.clinician(), body(null, CALM, null, null))
        .statusCode(400)
        .body("violations[0].field", equalTo("patientId"));
  }

  @Test
  void refusesWhatIsNotOnTheFormAndNamesIt() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(who.own(), Map.of("mood", 11, "craving", 3))
        .statusCode(400)
        .body("type", org.hamcrest.Matchers.endsWith("/answer-is-an-option-of-its-item"))
        .body("violations.field", hasItems("answers.mood", "answers.craving"))
        .body(
            "violations.find { it.field == 'answers.mood' }.message",
            equalTo("must be a number from 0 to 10 in steps of 1"));
    submit(who.own(), Map.of("safe-now", 3))
        .statusCode(400)
        .body("violations[0].message", equalTo("must be one of 0 (no), 1 (yes)"));
    submit(who.own(), Map.of()).statusCode(400);
    submit(who.own(), Map.of("mood", "fine")).statusCode(400);
  }

  @Test
  void refusesTomorrowAndTakesWhatComesLate() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    Instant now = Instant.now();
    submit(who.own(), CALM, now.plus(Duration.ofHours(1)))
        .statusCode(422)
        .body("ruleId", equalTo("answered-not-in-the-future"));
    submit(who.own(), CALM, now.minus(Duration.ofDays(8)))
        .statusCode(201)
        .body("day", not(equalTo(today().toString())));
    submit(who.own(), with("urge-to-self-harm", 8), now.minus(Duration.ofDays(9)))
        .statusCode(201)
        .body("crisisCard", notNullValue());
    assertThat(cases(who)).isEqualTo(1);
    submit(who.own(), CALM, Instant.EPOCH).statusCode(400);
  }

  @Test
  void aStrangerNeitherSeesNorAnswers() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(who.own(), CALM).statusCode(201);
    Patients other = Patients.admitted(Population.MENTAL_HEALTH);
    list(other.clinician(), who).statusCode(200).body("items", hasSize(0));
    submit(other.clinician(), body(who, CALM, null, null)).statusCode(404);
    submit(other.own(), body(who, CALM, null, null)).statusCode(404);
    submit(Tokens.staff("biller", Ids.next()), body(who, CALM, null, null)).statusCode(403);
    ask(other.clinician(), ADDRESS + "/form?patientId=" + who.patient()).statusCode(404);
  }

  private static Map<String, Object> with(String question, int answer) {
    Map<String, Object> answers = new HashMap<>(CALM);
    answers.put(question, answer);
    return answers;
  }

  private static Map<String, Object> body(
      Patients who, Map<String, Object> answers, String mode, Instant at) {
    Map<String, Object> body = new HashMap<>(Map.of("answers", answers));
    if (who != null) body.put("patientId", who.patient());
    if (mode != null) body.put("mode", mode);
    if (at != null) body.put("answeredAt", at.toString());
    return Map.of("body", body);
  }

  private static ValidatableResponse submit(String token, Map<String, Object> answers) {
    Object body = answers.containsKey("body") ? answers.get("body") : Map.of("answers", answers);
    return posted(token, body);
  }

  private static ValidatableResponse submit(String token, Map<String, Object> answers, Instant at) {
    return posted(token, Map.of("answers", answers, "answeredAt", at.toString()));
  }

  private static ValidatableResponse posted(String token, Object body) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(body)
        .post(ADDRESS)
        .then();
  }

  private static ValidatableResponse list(String token, Patients who) {
    return ask(token, ADDRESS + "?patientId=" + who.patient());
  }

  private static ValidatableResponse get(String token, String address) {
    return ask(token, address).statusCode(200);
  }

  private static ValidatableResponse ask(String token, String address) {
    return given().auth().oauth2(token).get(address).then();
  }

  private static long cases(Patients who) {
    return Patients.count("select count(*) from risk_case where patient_id = ?", who.patient());
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("America/New_York"));
  }
}
