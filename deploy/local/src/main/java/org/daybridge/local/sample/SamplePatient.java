package org.daybridge.local.sample;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.daybridge.local.issuer.Persona;

/**
 * A made-up patient as the sample's file has one, and how far along the path to take the person.
 */
record SamplePatient(JsonObject file) {

  /** Where a sample patient stands; each stage has been through those before it. */
  enum Stage {
    REFERRED,
    DECLINED,
    ACCEPTED,
    ASSESSED,
    ADMITTED,
    MEASURED,
    DISCHARGED,
    READMITTED;

    boolean reaches(Stage other) {
      return compareTo(other) >= 0;
    }
  }

  /** The people of one track who take a patient in. */
  record Team(String clinician, String site) {}

  Stage stage() {
    return Stage.valueOf(file.getString("stage"));
  }

  String subject() {
    return file.getString("subject");
  }

  JsonObject person() {
    return file.getJsonObject("person");
  }

  String track() {
    return file.getString("track");
  }

  boolean isOnSubstanceUseTrack() {
    return track().equals("su-evening");
  }

  Team team() {
    return isOnSubstanceUseTrack()
        ? new Team("casey-brook", "harbor-east")
        : new Team("jordan-lake", "harbor-main");
  }

  Persona persona(String patientId) {
    String name = person().getString("givenName") + " " + person().getString("familyName");
    return new Persona(subject(), name, List.of("patient"), Persona.Kind.PATIENT, patientId);
  }

  JsonObject referral() {
    return new JsonObject()
        .put("person", person())
        .put("trackCode", track())
        .put("source", file.getString("source"))
        .put("channel", file.getString("channel"))
        .put("urgency", file.getString("urgency"))
        .put("conditions", file.getJsonArray("conditions"))
        .put("medications", file.getJsonArray("medications"))
        .put("allergies", file.getJsonArray("allergies"));
  }

  JsonObject search() {
    return new JsonObject()
        .put("name", person().getString("familyName"))
        .put("birthDate", person().getString("birthDate"));
  }

  JsonObject findings() {
    return new JsonObject()
        .put("summary", "Sample assessment of a made-up person.")
        .put(
            "diagnoses",
            new JsonArray()
                .add(new JsonObject().put("code", file.getString("diagnosis")).put("rank", 1)));
  }

  JsonObject levelOfCare() {
    JsonObject decision =
        new JsonObject()
            .put("chosen", "INTENSIVE_OUTPATIENT")
            .put("whyNotLower", "Weekly visits were tried and did not hold.")
            .put("whyNotHigher", "Safe at home with support.");
    return isOnSubstanceUseTrack()
        ? decision.put("asam4", file.getJsonObject("asam4"))
        : decision.put("locus", file.getInteger("locus"));
  }

  JsonObject phq9(String patientId) {
    return new JsonObject()
        .put("patientId", patientId)
        .put("instrument", "PHQ-9")
        .put("answers", file.getJsonObject("phq9"));
  }

  @Override
  public String toString() {
    return "SamplePatient[" + subject() + "]";
  }
}
