package org.daybridge.journey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Chapter three, clinical-records-service: plan, note, and later the plan for the time after. */
final class RecordsChapter {
  private final Clinic clinic;
  private final Story story;
  private final Person therapist;

  RecordsChapter(Clinic clinic, Story story) {
    this.clinic = clinic;
    this.story = story;
    this.therapist = clinic.staff("casey-brook");
  }

  /** Draws up, signs and activates the plan; signs the note of the attended session. */
  void planAndNote(String patient, Person asPatient, String session, int minutes) {
    story.chapter("3 · clinical-records-service: the plan and the note");
    String goal = UUID.randomUUID().toString();
    String plan = draftPlan(patient, goal);
    signPlan(plan, asPatient);
    note(patient, session, goal, minutes);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clinic.now(), ZoneOffset.UTC);
  }

  private String draftPlan(String patient, String goal) {
    JsonObject intervention =
        new JsonObject()
            .put("modality", "GROUP")
            .put("description", "relapse-prevention group")
            .put("timesPerWeek", 3)
            .put("minutes", 180)
            .put("weeks", 10)
            .put("responsibleId", clinic.id("casey-brook"))
            .put("evidenceBase", "CBT");
    JsonObject objective =
        new JsonObject()
            .put("text", "name three warning signs")
            .put("dueOn", today().plusDays(28).toString())
            .put("interventions", new JsonArray().add(intervention));
    JsonObject measured =
        new JsonObject()
            .put("id", goal)
            .put("patientWords", "I want to get through an evening without a drink")
            .put("measure", "BAM-IOP use")
            .put("baseline", 6)
            .put("target", 0)
            .put("dueOn", today().plusDays(56).toString())
            .put("objectives", new JsonArray().add(objective));
    JsonObject content =
        new JsonObject()
            .put("startsOn", today().toString())
            .put(
                "problems",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("statement", "drinks most evenings")
                            .put("icd10", "F10.20")
                            .put("goals", new JsonArray().add(measured))))
            .put("strengths", new JsonArray().add("keeps a job"))
            .put("preferences", new JsonArray().add("evenings"))
            .put("barriers", new JsonArray().add("childcare on Fridays"));
    Person.Answer plan =
        therapist
            .post(
                "/api/clinical-records/v1/treatment-plans",
                new JsonObject().put("patientId", patient).put("content", content))
            .expect(201);
    story.tell("casey-brook", "drafts a plan whose goal is in the patient's own words");
    story.check(
        therapist
                .post(
                    "/api/clinical-records/v1/treatment-plans/" + plan.text("id") + "/activation",
                    new JsonObject(),
                    plan.etag())
                .status()
            == 422,
        "a plan without its signatures does not become active");
    return plan.text("id");
  }

  private void signPlan(String plan, Person asPatient) {
    String path = "/api/clinical-records/v1/treatment-plans/" + plan;
    sign(path, therapist, "CLINICIAN");
    sign(path, asPatient, "PATIENT");
    Person.Answer read = therapist.get(path).expect(200);
    if (!"ACTIVE".equals(read.text("status"))) {
      therapist.post(path + "/activation", new JsonObject(), read.etag()).expect(200);
    }
    story.check(
        therapist.get(path).expect(200).json().getJsonObject("active") != null,
        "with the signatures of clinician and patient the plan is active");
  }

  private static void sign(String path, Person who, String as) {
    Person.Answer read = who.get(path).expect(200);
    JsonObject draft = read.json().getJsonObject("draft");
    who.post(
            path + "/signatures",
            new JsonObject().put("as", as).put("contentHash", draft.getString("contentHash")),
            read.etag())
        .expect(200);
  }

  private void note(String patient, String session, String goal, int minutes) {
    JsonObject content =
        new JsonObject()
            .put(
                "sections",
                new JsonArray()
                    .add(section("data", "Took part in the group and named two triggers."))
                    .add(section("assessment", "Craving 4 of 10, lower than last week."))
                    .add(section("plan", "Practice the urge-surfing exercise daily.")))
            .put("minutes", minutes)
            .put("goalIds", new JsonArray().add(goal))
            .put("interventions", new JsonArray().add("relapse-prevention"));
    Person.Answer note =
        therapist
            .post(
                "/api/clinical-records/v1/notes",
                new JsonObject()
                    .put("patientId", patient)
                    .put("kind", "PROGRESS")
                    .put("format", "DAP")
                    .put("sessionId", session)
                    .put("content", content))
            .expect(201);
    String path = "/api/clinical-records/v1/notes/" + note.text("id");
    therapist
        .post(path + "/signature", new JsonObject().put("version", 1), note.etag())
        .expect(200);
    story.tell("casey-brook", "writes and signs the progress note of the session");
    Person.Answer signed = therapist.get(path).expect(200);
    story.check(
        therapist.put(path, content, signed.etag()).status() == 409, "a signed note is frozen");
    therapist
        .post(
            path + "/addenda",
            new JsonObject().put("text", "The exercise was handed out on paper."))
        .expect(200);
    story.check(true, "an addendum follows; the signed text stays as it is");
  }

  private static JsonObject section(String code, String text) {
    return new JsonObject().put("code", code).put("text", text);
  }

  /** Draws up and signs the aftercare plan. */
  void aftercare(String patient, Person asPatient) {
    JsonObject content =
        new JsonObject()
            .put(
                "appointments",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("with", "Dr. Lane")
                            .put("purpose", "family medicine")
                            .put("at", clinic.now().plusSeconds(14 * 86_400L).toString())
                            .put("phone", "+12075550160")))
            .put(
                "supportGroups",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("name", "Quay Street group")
                            .put("place", "Quay Street library")
                            .put("dayAndTime", "Thursdays 19:00")))
            .put("medication", new JsonArray().add("sertraline 50 mg each morning"))
            .put(
                "contacts",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("name", "Robin")
                            .put("relation", "sister")
                            .put("phone", "+12075550161")))
            .put("crisisSteps", new JsonArray().add("Call or text 988, at any hour"))
            .put("followUpDays", new JsonArray().add(7).add(30).add(90));
    Person.Answer plan =
        therapist
            .post(
                "/api/clinical-records/v1/aftercare-plans",
                new JsonObject().put("patientId", patient).put("content", content))
            .expect(201);
    String path = "/api/clinical-records/v1/aftercare-plans/" + plan.text("id");
    sign(path, therapist, "CLINICIAN");
    sign(path, asPatient, "PATIENT");
    story.tell("casey-brook", "and the patient sign the aftercare plan");
  }
}
