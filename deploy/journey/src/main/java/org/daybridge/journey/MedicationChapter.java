package org.daybridge.journey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Chapter four, medication-service: what was taken before, and an order behind the checks. */
final class MedicationChapter {
  private final Clinic clinic;
  private final Story story;
  private final Person prescriber;

  MedicationChapter(Clinic clinic, Story story) {
    this.clinic = clinic;
    this.story = story;
    this.prescriber = clinic.staff("emerson-vale");
  }

  void orders(String patient, Person asPatient) {
    story.chapter("4 · medication-service: what was taken before, and an order behind the checks");
    JsonArray items =
        prescriber
            .awaits(
                "/api/medication/v1/patients/" + patient + "/reconciliation-items?open=true",
                answer -> !answer.items().isEmpty())
            .items();
    story.check(
        !items.isEmpty(),
        items.size() + " items of the referral wait for reconciliation, none lost");
    JsonObject order = order(patient, "11289", "warfarin");
    story.check(
        clinic.staff("casey-brook").post("/api/medication/v1/orders", order).status() == 403,
        "a therapist does not order medicines");
    Person.Answer stopped = prescriber.post("/api/medication/v1/orders", trazodone(patient));
    story.check(
        stopped.status() == 422,
        "an order against a recorded allergy is stopped: " + stopped.slug());
    Person.Answer placed =
        prescriber.post("/api/medication/v1/orders", naltrexone(patient)).expect(201);
    story.tell("emerson-vale", "orders naltrexone; what could not be checked is named");
    String path = "/api/medication/v1/orders/" + placed.text("orderId");
    prescriber
        .post(
            path + "/stop",
            new JsonObject().put("reason", "SIDE_EFFECT").put("tapered", false),
            placed.etag())
        .expect(200);
    story.check(
        prescriber.get(path + "/versions").expect(200).list().size() >= 1,
        "the stop ends the order and overwrites nothing");
    asPatient
        .post(
            "/api/medication/v1/patients/" + patient + "/adherence-reports",
            new JsonObject()
                .put(
                    "coversFrom",
                    LocalDate.ofInstant(clinic.now(), ZoneOffset.UTC).minusDays(1).toString())
                .put("taken", "ALL"))
        .expect(201);
    story.tell("the patient", "reports that all doses were taken");
  }

  private static JsonObject trazodone(String patient) {
    return order(patient, "10737", "trazodone");
  }

  private static JsonObject naltrexone(String patient) {
    return order(patient, "7243", "naltrexone")
        .put("acknowledgeUnchecked", true)
        .put("overrides", new JsonArray());
  }

  private static JsonObject order(String patient, String rxcui, String name) {
    return new JsonObject()
        .put("patientId", patient)
        .put("medication", new JsonObject().put("rxcui", rxcui).put("name", name))
        .put(
            "dose",
            new JsonObject()
                .put("amount", 50)
                .put("unit", "MG")
                .put("route", "oral")
                .put("frequency", 1))
        .put("supply", new JsonObject().put("days", 30).put("refills", 0))
        .put(
            "indication",
            new JsonObject().put("code", "F10.20").put("text", "alcohol use disorder"));
  }
}
