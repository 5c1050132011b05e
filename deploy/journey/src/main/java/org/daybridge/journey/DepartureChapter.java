package org.daybridge.journey;

import io.vertx.core.json.JsonObject;

/**
 * Chapter six: the step down, the aftercare plan, the planned end, another end, and coming back.
 */
final class DepartureChapter {
  private final Clinic clinic;
  private final Story story;
  private final Person therapist;

  DepartureChapter(Clinic clinic, Story story) {
    this.clinic = clinic;
    this.story = story;
    this.therapist = clinic.staff("casey-brook");
  }

  void leave(IntakeChapter.Admitted admitted, Person asPatient) {
    story.chapter("6 · intake-service: step down, aftercare and the planned end");
    String episode = "/api/intake/v1/episodes/" + admitted.episode();
    String proposal = new OutcomesChapter(clinic, story).stepDown(admitted.patient(), asPatient);
    therapist.awaits(
        episode + "/step-proposals",
        answer -> answer.list().stream().anyMatch(one -> one.toString().contains(proposal)));
    therapist
        .post(
            episode + "/level-of-care-changes",
            new JsonObject()
                .put("to", "OUTPATIENT")
                .put("proposalId", proposal)
                .put("reason", "two measures below the threshold, and no drink since"))
        .expect(200);
    story.tell("casey-brook", "decides to step down to outpatient care, as proposed");
    therapist.awaits(
        "/api/outcomes/v1/step-proposals?patientId=" + admitted.patient(),
        answer -> answer.items().getJsonObject(0).getString("settledAt") != null);
    story.check(true, "the decision settles the proposal");
    story.check(
        therapist
            .post(episode + "/discharge", new JsonObject().put("reason", "COMPLETED"))
            .refusedBy(422, "aftercare-plan-signed"),
        "a planned discharge waits for the aftercare plan");
    new RecordsChapter(clinic, story).aftercare(admitted.patient(), asPatient);
    discharge(episode);
    asPatient.awaits(
        "/api/scheduling/v1/patients/" + admitted.patient() + "/sessions?limit=200",
        answer ->
            answer.items().stream()
                .map(JsonObject.class::cast)
                .noneMatch(
                    session ->
                        session.getString("startsAt").compareTo(clinic.now().toString()) > 0
                            && "BOOKED".equals(session.getString("status"))));
    story.check(true, "no booked session is left after the end");
  }

  private void discharge(String episode) {
    JsonObject body = new JsonObject().put("reason", "COMPLETED").put("destination", "outpatient");
    long end = System.nanoTime() + 40_000_000_000L;
    Person.Answer answer = therapist.post(episode + "/discharge", body);
    while (answer.status() == 422 && System.nanoTime() < end) {
      answer = therapist.post(episode + "/discharge", body);
    }
    answer.expect(200);
    story.tell("casey-brook", "discharges as planned; every service closes its part");
  }

  /** Somebody else leaves against advice: recorded at once, what is missing becomes a task. */
  void leaveAgainstAdvice(IntakeChapter.Admitted other) {
    story.chapter("7 · an end that nobody planned, and coming back");
    Person.Answer ended =
        therapist
            .post(
                "/api/intake/v1/episodes/" + other.episode() + "/discharge",
                new JsonObject().put("reason", "LEFT_AGAINST_ADVICE"))
            .expect(200);
    story.check(!ended.json().getBoolean("active"), "leaving against advice is never held up");
    story.check(
        therapist.get("/api/intake/v1/discharge-tasks").expect(200).list().size() >= 1,
        "what is missing became a dated task with an owner");
  }
}
