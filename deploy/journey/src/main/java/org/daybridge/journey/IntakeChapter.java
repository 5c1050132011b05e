package org.daybridge.journey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Chapter one, intake-service: from the first call to the admission. */
final class IntakeChapter {
  private final Clinic clinic;
  private final Story story;
  private final Person coordinator;
  private final Person therapist;
  private final Person prescriber;
  private final Person director;

  IntakeChapter(Clinic clinic, Story story) {
    this.clinic = clinic;
    this.story = story;
    this.coordinator = clinic.staff("reese-harlow");
    this.therapist = clinic.staff("casey-brook");
    this.prescriber = clinic.staff("emerson-vale");
    this.director = clinic.staff("morgan-reyes");
  }

  /** Who came in, and by which episode. */
  record Admitted(String patient, String episode, String referral) {}

  /** Refers, assesses, decides, takes consent, builds the team and admits. */
  Admitted admit(String familyName) {
    story.chapter("1 · intake-service: from the first call to the admission");
    Person.Answer referral = refer(familyName);
    String id = referral.text("id");
    String patient = referral.text("patientId");
    accept(id);
    assess(id);
    decide(id);
    consent(patient);
    team(patient);
    return new Admitted(patient, open(id), id);
  }

  private Person.Answer refer(String familyName) {
    JsonObject body =
        new JsonObject()
            .put(
                "person",
                new JsonObject()
                    .put("familyName", familyName)
                    .put("givenName", "Sam")
                    .put("birthDate", "1991-04-03")
                    .put("sex", "FEMALE")
                    .put("phone", "+12075550199")
                    .put("discreetContact", true))
            .put("trackCode", "su-evening")
            .put("source", "PROVIDER")
            .put("channel", "PHONE")
            .put("urgency", "ROUTINE")
            .put(
                "medications",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("codeSystem", "http://www.nlm.nih.gov/research/umls/rxnorm")
                            .put("code", "36437")
                            .put("description", "sertraline"))
                    .add(new JsonObject().put("description", "a small blue sleeping pill")))
            .put(
                "allergies",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("codeSystem", "http://www.nlm.nih.gov/research/umls/rxnorm")
                            .put("code", "10737")
                            .put("description", "trazodone")
                            .put("criticality", "HIGH")));
    story.check(
        clinic.staff("blake-winter").post("/api/intake/v1/referrals", body).status() == 403,
        "the scheduler may not receive referrals");
    story.check(
        coordinator
            .post("/api/intake/v1/referrals", body.copy().put("colour", "blue"))
            .refusedBy(400, "unknown-field"),
        "a field that nobody knows is named, not ignored");
    Person.Answer referral = coordinator.post("/api/intake/v1/referrals", body).expect(201);
    story.tell("reese-harlow", "receives a referral by phone; the person is recorded");
    story.check(
        clinic.staff("riley-stone").get("/api/intake/v1/referrals/" + referral.text("id")).status()
            == 404,
        "who has no part in it finds nothing");
    return referral;
  }

  private void accept(String id) {
    LocalDate day = LocalDate.ofInstant(clinic.now(), ZoneOffset.UTC).plusDays(1);
    coordinator
        .post(
            "/api/intake/v1/referrals/" + id + "/acceptance",
            new JsonObject()
                .put("assessmentOn", day.toString())
                .put(
                    "assessors",
                    new JsonArray().add(clinic.id("casey-brook")).add(clinic.id("emerson-vale"))))
        .expect(200);
    story.tell("reese-harlow", "accepts it and plans the assessment for " + day);
  }

  private void assess(String id) {
    String base = "/api/intake/v1/referrals/" + id + "/assessments/";
    story.check(
        therapist
            .put(base + "PSYCHIATRIC", new JsonObject().put("summary", "seen"))
            .refusedBy(422, "assessor-is-qualified"),
        "a psychiatric assessment is made by a prescriber");
    prescriber
        .put(
            base + "PSYCHIATRIC",
            new JsonObject()
                .put("summary", "alcohol dependence with a depressive episode")
                .put(
                    "diagnoses",
                    new JsonArray()
                        .add(new JsonObject().put("code", "F10.20").put("rank", 1))
                        .add(new JsonObject().put("code", "F33.1").put("rank", 2))))
        .expect(200);
    prescriber
        .put(base + "MEDICAL", new JsonObject().put("summary", "no acute findings"))
        .expect(200);
    therapist
        .put(base + "PSYCHOSOCIAL", new JsonObject().put("summary", "works days, two children"))
        .expect(200);
    story.tell("emerson-vale", "makes the psychiatric and the medical assessment");
    story.tell("casey-brook", "makes the psychosocial assessment");
  }

  private void decide(String id) {
    String path = "/api/intake/v1/referrals/" + id + "/level-of-care-decisions";
    JsonObject higher = ratings("PARTIAL_HOSPITALIZATION");
    story.check(
        therapist
            .post(path, higher.copy().put("overrideReason", "evenings only"))
            .refusedBy(422, "override-by-clinical-director"),
        "only the clinical director chooses less than the highest minimum");
    Person.Answer decision = therapist.post(path, ratings("INTENSIVE_OUTPATIENT")).expect(201);
    story.check(
        "INTENSIVE_OUTPATIENT".equals(decision.text("recommended")),
        "the level is the highest of the five minimums, not their mean");
  }

  private static JsonObject ratings(String highest) {
    return new JsonObject()
        .put(
            "asam4",
            new JsonObject()
                .put("D1", "OUTPATIENT")
                .put("D2", "OUTPATIENT")
                .put("D3", "OUTPATIENT")
                .put("D4", highest)
                .put("D5", "OUTPATIENT"))
        .put("chosen", "INTENSIVE_OUTPATIENT")
        .put("whyNotLower", "daily cravings")
        .put("whyNotHigher", "a safe home and a job to keep");
  }

  private void consent(String patient) {
    String path = "/api/intake/v1/patients/" + patient + "/consents";
    JsonObject signed =
        new JsonObject()
            .put("documentVersion", "2026-1")
            .put("language", "en")
            .put("signedBy", "patient")
            .put("signedAt", clinic.now().minusSeconds(60).toString());
    coordinator.post(path, signed.copy().put("type", "TREATMENT")).expect(201);
    JsonObject disclosure =
        new JsonObject()
            .put("discloser", "Harbor Street")
            .put("information", "attendance and progress")
            .put("recipients", new JsonArray().add("Dr. Lane, family medicine"))
            .put("rightToRevokeStated", true)
            .put("redisclosureStated", true)
            .put("expiryEvent", "end of treatment");
    Person.Answer refused =
        coordinator.post(
            path, signed.copy().put("type", "PART2_DISCLOSURE").put("disclosure", disclosure));
    story.check(
        refused.refusedBy(422, "part2-consent-elements")
            && refused.text("detail").contains("purpose"),
        "a disclosure consent without its purpose is none, and the element is named");
    coordinator
        .post(
            path,
            signed
                .copy()
                .put("type", "PART2_DISCLOSURE")
                .put(
                    "disclosure", disclosure.copy().put("purpose", "TREATMENT_PAYMENT_OPERATIONS")))
        .expect(201);
    story.tell("reese-harlow", "records consent to treatment, and separately the Part 2 consent");
  }

  private void team(String patient) {
    String path = "/api/intake/v1/patients/" + patient + "/care-team";
    member(path, "casey-brook", "therapist");
    member(path, "emerson-vale", "prescriber");
    member(path, "harper-nash", "nurse");
    story.tell("reese-harlow", "puts therapist, prescriber and nurse on the care team");
  }

  private void member(String path, String subject, String role) {
    coordinator
        .post(path, new JsonObject().put("staffId", clinic.id(subject)).put("role", role))
        .expect(200);
  }

  private String open(String referral) {
    JsonObject track = track();
    String path = "/api/intake/v1/referrals/" + referral + "/admission";
    JsonObject body =
        new JsonObject()
            .put("siteId", track.getJsonArray("sites").getString(0))
            .put("primaryClinician", clinic.id("casey-brook"))
            .put("coverage", "PENDING");
    story.check(
        coordinator.post(path, body).status() == 403, "the front desk does not admit anybody");
    Person.Answer episode = therapist.post(path, body).expect(201);
    story.tell("casey-brook", "admits to the evening track; every service hears of it");
    story.check(
        therapist.post(path, body).refusedBy(409, "referral-is-accepted"),
        "a second admission on the same referral is refused");
    return episode.text("id");
  }

  private JsonObject track() {
    return director.get("/api/intake/v1/tracks").expect(200).list().stream()
        .map(JsonObject.class::cast)
        .filter(track -> "su-evening".equals(track.getString("code")))
        .findFirst()
        .orElseThrow(() -> new StoryBroken("the evening track is open"));
  }
}
