package org.daybridge.journey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** Chapter two, scheduling-service: the weeks ahead, one evening, and what it counts for. */
final class SchedulingChapter {
  private final Clinic clinic;
  private final Story story;

  SchedulingChapter(Clinic clinic, Story story) {
    this.clinic = clinic;
    this.story = story;
  }

  /** Attends the first session of the week and misses the next; the id of the one attended. */
  String firstEvening(String patient, Person asPatient) {
    story.chapter("2 · scheduling-service: sessions, attendance and the hours of the week");
    String path = "/api/scheduling/v1/patients/" + patient + "/sessions?limit=200";
    List<JsonObject> sessions =
        asPatient.awaits(path, answer -> answer.items().size() >= 8).items().stream()
            .map(JsonObject.class::cast)
            .toList();
    story.tell("the patient", "sees " + sessions.size() + " sessions of the coming weeks");
    ZoneId zone = ZoneId.of("America/New_York");
    story.check(
        sessions.stream()
            .map(s -> Instant.parse(s.getString("startsAt")).atZone(zone).toLocalTime())
            .noneMatch(time -> time.isBefore(LocalTime.of(16, 0))),
        "evening stays evening on the wall clock, whatever the season");
    JsonObject first = sessions.get(0);
    attend(first, patient);
    JsonObject second = sessions.get(1);
    miss(second, patient);
    week(patient, first);
    return first.getString("sessionId");
  }

  /** Takes part in the next sessions after the second, as the weeks go by. */
  void nextEvenings(String patient, Person asPatient, int evenings) {
    asPatient
        .awaits(
            "/api/scheduling/v1/patients/" + patient + "/sessions?limit=200",
            answer -> answer.items().size() >= 8)
        .items()
        .stream()
        .map(JsonObject.class::cast)
        .filter(session -> session.getString("startsAt").compareTo(clinic.now().toString()) > 0)
        .limit(evenings)
        .forEach(session -> attend(session, patient));
  }

  private void attend(JsonObject session, String patient) {
    String base = "/api/scheduling/v1/sessions/" + session.getString("sessionId");
    Instant start = Instant.parse(session.getString("startsAt"));
    Instant end = Instant.parse(session.getString("endsAt"));
    clinic.itIs(start.plusSeconds(120));
    Person leader = leaderOf(base);
    Person.Answer read = leader.get(base).expect(200);
    leader
        .post(base + "/start", new JsonObject().put("startedAt", start.toString()), read.etag())
        .expect(200);
    leader
        .post(
            base + "/check-ins",
            new JsonObject()
                .put(
                    "attendees",
                    new JsonArray()
                        .add(
                            new JsonObject()
                                .put("patientId", patient)
                                .put("at", start.toString()))))
        .expect(201);
    clinic.itIs(end.plusSeconds(60));
    Person.Answer running = leader.get(base).expect(200);
    leader
        .post(base + "/closure", new JsonObject().put("endedAt", end.toString()), running.etag())
        .expect(201);
    story.tell(leader.name(), "checks the roster in and closes the session with one attestation");
  }

  private void miss(JsonObject session, String patient) {
    String base = "/api/scheduling/v1/sessions/" + session.getString("sessionId");
    Instant start = Instant.parse(session.getString("startsAt"));
    Instant end = Instant.parse(session.getString("endsAt"));
    clinic.itIs(end.plus(Duration.ofMinutes(5)));
    Person leader = leaderOf(base);
    Person.Answer read = leader.get(base).expect(200);
    leader
        .post(
            base + "/closure",
            new JsonObject()
                .put("startedAt", start.toString())
                .put("endedAt", end.toString())
                .put(
                    "exceptions",
                    new JsonArray()
                        .add(new JsonObject().put("patientId", patient).put("absence", "NO_SHOW"))),
            read.etag())
        .expect(201);
    story.tell(leader.name(), "closes the next session with the patient missing: a no-show");
  }

  private Person leaderOf(String base) {
    JsonArray facilitators =
        clinic.staff("blake-winter").get(base).expect(200).json().getJsonArray("facilitators");
    for (String subject :
        List.of(
            "rowan-ellis",
            "jordan-lake",
            "casey-brook",
            "riley-stone",
            "devon-hart",
            "skyler-west",
            "harper-nash",
            "sage-marlow",
            "emerson-vale")) {
      if (facilitators.contains(clinic.id(subject))) {
        return clinic.staff(subject);
      }
    }
    throw new StoryBroken("somebody of the clinic leads the session");
  }

  private void week(String patient, JsonObject first) {
    String day =
        Instant.parse(first.getString("startsAt"))
            .atZone(ZoneId.of("America/New_York"))
            .toLocalDate()
            .toString();
    JsonObject ledger =
        clinic
            .staff("casey-brook")
            .get("/api/scheduling/v1/patients/" + patient + "/ledger?weekOf=" + day)
            .expect(200)
            .json();
    story.check(
        ledger.getInteger("attended") > 0 && ledger.getInteger("minimum") > 0,
        "the week counts "
            + ledger.getInteger("attended")
            + " attended minutes of at least "
            + ledger.getInteger("minimum")
            + " in a week that began with the admission");
    story.check(
        ledger.getInteger("billable") <= ledger.getInteger("documented")
            && ledger.getInteger("documented") <= ledger.getInteger("attended"),
        "billable ≤ documented ≤ attended");
  }
}
