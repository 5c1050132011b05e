package org.daybridge.journey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Chapter five, outcomes-service: the baseline, and a risk answer at night. */
final class OutcomesChapter {
  private static final String PROPOSALS = "/api/outcomes/v1/step-proposals?patientId=";
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private final Clinic clinic;
  private final Story story;
  private final Person therapist;

  OutcomesChapter(Clinic clinic, Story story) {
    this.clinic = clinic;
    this.story = story;
    this.therapist = clinic.staff("casey-brook");
  }

  void baselineAndRisk(String patient, Person asPatient) {
    story.chapter("5 · outcomes-service: the baseline, and a risk answer at night");
    duty();
    JsonArray due =
        asPatient
            .awaits(
                "/api/outcomes/v1/assignments?patientId=" + patient,
                answer -> answer.items().size() >= 3)
            .items();
    story.tell("the patient", "finds the baseline battery of " + due.size() + " instruments");
    Person.Answer gad =
        asPatient.post("/api/outcomes/v1/measures", answers("GAD-7", 7, 2)).expect(201);
    story.check(
        gad.json().getJsonObject("score").getInteger("total") == 14,
        "GAD-7 scores 14 and the band comes back at once");
    story.check(
        asPatient.post("/api/outcomes/v1/measures", answers("GAD-7", 7, 9)).status() == 400,
        "an answer that is not on the form is refused by name");
    ZonedDateTime night =
        clinic.now().atZone(ZONE).toLocalDate().atTime(LocalTime.of(23, 40)).atZone(ZONE);
    Instant at = night.toInstant().isAfter(clinic.now()) ? night.toInstant() : clinic.now();
    clinic.itIs(at);
    JsonObject phq = answers("PHQ-9", 9, 2);
    Person.Answer risk = asPatient.post("/api/outcomes/v1/measures", phq).expect(201);
    story.check(
        risk.json().getJsonObject("crisisCard") != null,
        "at 23:40 the answer itself carries the crisis card");
    JsonObject riskCase =
        therapist
            .awaits(
                "/api/outcomes/v1/risk-cases?patientId=" + patient,
                answer -> !answer.items().isEmpty())
            .items()
            .getJsonObject(0);
    story.check("ALARMED".equals(riskCase.getString("state")), "a risk case is open and alarmed");
    String path = "/api/outcomes/v1/risk-cases/" + riskCase.getString("id");
    Instant acknowledgeBy = Instant.parse(riskCase.getString("dueAt"));
    clinic.itIs(acknowledgeBy.plusSeconds(1));
    therapist.awaits(
        path,
        answer -> answer.json().getInteger("escalations", 0) > riskCase.getInteger("escalations"));
    story.tell("nobody", "acknowledges in time: the alarm goes to the next person");
    Person.Answer alarmed = therapist.get(path).expect(200);
    Person.Answer taken =
        therapist.post(path + "/acknowledgement", new JsonObject(), alarmed.etag()).expect(200);
    story.check(!"CLOSED".equals(taken.text("state")), "acknowledging does not close the case");
    therapist
        .post(
            path + "/closure",
            new JsonObject().put("disposition", "CONTACT_MADE").put("note", "spoke by phone"),
            taken.etag())
        .expect(200);
    story.check(
        "CLOSED".equals(therapist.get(path).expect(200).text("state")),
        "only a disposition closes it");
  }

  /** Weeks later: evenings attended and two good measures make a proposal; its id. */
  String stepDown(String patient, Person asPatient) {
    clinic.itIs(clinic.now().plus(Duration.ofDays(15)));
    new SchedulingChapter(clinic, story).nextEvenings(patient, asPatient, 4);
    story.tell("the patient", "comes to four more evenings in the weeks that follow");
    asPatient.post("/api/outcomes/v1/measures", withItem9(answers("PHQ-9", 8, 1))).expect(201);
    story.check(
        proposals(patient, therapist.get(PROPOSALS + patient).expect(200)).isEmpty(),
        "one good measure proposes nothing yet");
    clinic.itIs(clinic.now().plus(Duration.ofDays(2)));
    JsonObject second = answers("PHQ-9", 9, 0);
    asPatient.post("/api/outcomes/v1/measures", second).expect(201);
    Person.Answer made =
        therapist.awaits(PROPOSALS + patient, answer -> !proposals(patient, answer).isEmpty());
    JsonObject proposal = proposals(patient, made).getJsonObject(0);
    story.check(
        "DOWN".equals(proposal.getString("direction"))
            && proposal.getJsonArray("evidence").size() == 2,
        "two measures below the threshold and good attendance propose a step down");
    return proposal.getString("id");
  }

  private static JsonArray proposals(String patient, Person.Answer answer) {
    JsonArray items = answer.items();
    if (items.stream()
        .anyMatch(one -> !patient.equals(((JsonObject) one).getString("patientId")))) {
      throw new StoryBroken("proposals are of the patient who was asked for");
    }
    return items;
  }

  private static JsonObject withItem9(JsonObject phq) {
    phq.getJsonObject("answers").put("9", 0);
    return phq;
  }

  private void duty() {
    Person director = clinic.staff("morgan-reyes");
    for (String desk : new String[] {"PROGRAM_HOURS", "ON_CALL", "COVER"}) {
      director.post(
          "/api/outcomes/v1/duty-shifts",
          new JsonObject()
              .put("staffId", clinic.id("rowan-ellis"))
              .put("desk", desk)
              .put("from", clinic.now().minusSeconds(3600).toString()));
    }
  }

  private static JsonObject answers(String instrument, int items, int each) {
    JsonObject answers = new JsonObject();
    for (int item = 1; item <= items; item++) {
      answers.put(Integer.toString(item), each);
    }
    return new JsonObject().put("instrument", instrument).put("answers", answers);
  }
}
