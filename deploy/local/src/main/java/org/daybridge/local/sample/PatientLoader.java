package org.daybridge.local.sample;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.daybridge.local.issuer.Clients;
import org.daybridge.local.issuer.Persona;
import org.daybridge.local.sample.SamplePatient.Stage;

/**
 * Takes the sample's patients along the path, each as far as the file says, by the requests that
 * the clinic's own people would make. Someone who is there already is left alone.
 */
final class PatientLoader {

  private static final String PRESCRIBER = "emerson-vale";
  private static final String NURSE = "harper-nash";
  private static final int AT_A_TIME = 4;

  private final SampleTarget target;
  private final LocalDate today;
  private final Map<String, String> siteIds;
  private final Map<String, String> staffIds;
  private final ClinicApi coordinator;
  private final ClinicApi loader;

  PatientLoader(SampleTarget target, Map<String, String> siteIds, Map<String, String> staffIds) {
    this.target = target;
    this.today = target.today();
    this.siteIds = Map.copyOf(siteIds);
    this.staffIds = Map.copyOf(staffIds);
    this.coordinator = target.as("reese-harlow", "intake_coordinator");
    this.loader = target.as(Clients.LOADER, "service");
  }

  /** Loads who is missing, several at a time, and returns those who can sign in. */
  List<Persona> load() throws IOException {
    List<Callable<Optional<Persona>>> each = new ArrayList<>();
    for (Object entry : SampleFile.array("patients.json", today)) {
      SamplePatient patient = new SamplePatient((JsonObject) entry);
      each.add(() -> load(patient));
    }
    try (ExecutorService desks = Executors.newFixedThreadPool(AT_A_TIME)) {
      List<Persona> personas = new ArrayList<>();
      for (Future<Optional<Persona>> loaded : desks.invokeAll(each)) {
        loaded.get().ifPresent(personas::add);
      }
      return personas;
    } catch (ExecutionException failed) {
      throw new IOException("A sample patient could not be loaded.", failed.getCause());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while loading the sample patients.", stopping);
    }
  }

  private Optional<Persona> load(SamplePatient patient) throws IOException {
    Optional<String> known = find(patient);
    String id = known.isPresent() ? known.get() : take(patient);
    return patient.stage().reaches(Stage.ADMITTED)
        ? Optional.of(patient.persona(id))
        : Optional.empty();
  }

  private Optional<String> find(SamplePatient patient) throws IOException {
    ClinicApi.Answer found =
        ClinicApi.eventually(
            "Searching for patients",
            () -> coordinator.post("/api/intake/v1/patients/search", patient.search()));
    JsonArray lines = found.json().getJsonArray("items");
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getJsonObject(0).getString("id"));
  }

  private String take(SamplePatient patient) throws IOException {
    JsonObject referral = refer(patient);
    String patientId = referral.getString("patientId");
    String path = "/api/intake/v1/referrals/" + referral.getString("id");
    switch (patient.stage()) {
      case REFERRED -> {}
      case DECLINED ->
          done(
              coordinator,
              path + "/decline",
              new JsonObject()
                  .put("reason", "lives-too-far-away")
                  .put("sentTo", "A nearer program"));
      case ACCEPTED -> accept(patient, path);
      case ASSESSED -> assess(patient, path);
      case ADMITTED -> admit(patient, path, patientId);
      case MEASURED -> {
        admit(patient, path, patientId);
        measure(patient, patientId);
      }
      case DISCHARGED -> discharge(patient, admit(patient, path, patientId));
      case READMITTED -> {
        discharge(patient, admit(patient, path, patientId));
        String again = "/api/intake/v1/referrals/" + refer(patient).getString("id");
        admit(patient, again, patientId);
      }
    }
    return patientId;
  }

  private JsonObject refer(SamplePatient patient) throws IOException {
    return done(coordinator, "/api/intake/v1/referrals", patient.referral());
  }

  private void accept(SamplePatient patient, String path) throws IOException {
    JsonArray assessors =
        new JsonArray()
            .add(staffIds.get(patient.team().clinician()))
            .add(staffIds.get(PRESCRIBER))
            .add(staffIds.get(NURSE));
    JsonObject acceptance =
        new JsonObject()
            .put("assessmentOn", today.plusDays(2).toString())
            .put("assessors", assessors);
    done(coordinator, path + "/acceptance", acceptance);
  }

  private void assess(SamplePatient patient, String path) throws IOException {
    accept(patient, path);
    ClinicApi clinician = clinician(patient);
    complete(target.as(PRESCRIBER, "prescriber"), path + "/assessments/PSYCHIATRIC", patient);
    complete(target.as(NURSE, "nurse"), path + "/assessments/MEDICAL", patient);
    complete(clinician, path + "/assessments/PSYCHOSOCIAL", patient);
    done(clinician, path + "/level-of-care-decisions", patient.levelOfCare());
  }

  private static void complete(ClinicApi assessor, String part, SamplePatient patient)
      throws IOException {
    ClinicApi.eventually("Putting " + part, () -> assessor.put(part, patient.findings()));
  }

  /** Admits and returns the episode's address. */
  private String admit(SamplePatient patient, String path, String patientId) throws IOException {
    assess(patient, path);
    ClinicApi clinician = clinician(patient);
    String chart = "/api/intake/v1/patients/" + patientId;
    done(clinician, chart + "/consents", consent("TREATMENT"));
    if (patient.isOnSubstanceUseTrack()) {
      done(clinician, chart + "/consents", disclosureConsent());
    }
    String staffId = staffIds.get(patient.team().clinician());
    done(
        clinician,
        chart + "/care-team",
        new JsonObject().put("staffId", staffId).put("role", "therapist"));
    JsonObject admission =
        new JsonObject()
            .put("siteId", siteIds.get(patient.team().site()))
            .put("primaryClinician", staffId)
            .put("coverage", "SELF_PAY");
    JsonObject episode = done(clinician, path + "/admission", admission);
    linkAccount(patient, patientId);
    return "/api/intake/v1/episodes/" + episode.getString("id");
  }

  private void linkAccount(SamplePatient patient, String patientId) throws IOException {
    ClinicApi.eventually(
        "Linking the account " + patient.subject(),
        () -> loader.post("/api/intake/v1/accounts", account(patient, patientId)),
        answer -> answer.isGood() || answer.status() == 409);
  }

  private static JsonObject account(SamplePatient patient, String patientId) {
    return new JsonObject()
        .put("subject", patient.subject())
        .put("principalId", patientId)
        .put("kind", "PATIENT")
        .put("roles", new JsonArray().add("patient"));
  }

  private void measure(SamplePatient patient, String patientId) throws IOException {
    ClinicApi self = target.as(patient.subject(), "patient");
    done(self, "/api/outcomes/v1/measures", patient.phq9(patientId));
  }

  private void discharge(SamplePatient patient, String episode) throws IOException {
    JsonObject left =
        new JsonObject().put("reason", "LEFT_AGAINST_ADVICE").put("destination", "home");
    done(clinician(patient), episode + "/discharge", left);
  }

  private ClinicApi clinician(SamplePatient patient) {
    return target.as(patient.team().clinician(), "therapist");
  }

  private static JsonObject consent(String type) {
    return new JsonObject()
        .put("type", type)
        .put("documentVersion", "2026-01")
        .put("language", "en")
        .put("signedBy", "the patient")
        .put("signedAt", Clock.systemUTC().instant().toString());
  }

  private JsonObject disclosureConsent() {
    return consent("PART2_DISCLOSURE")
        .put("expiresOn", today.plusYears(1).toString())
        .put(
            "disclosure",
            new JsonObject()
                .put("discloser", "Harbor Street")
                .put("information", "All records of this episode")
                .put("recipients", new JsonArray().add("Coastal Family Practice"))
                .put("purpose", "TREATMENT_PAYMENT_OPERATIONS")
                .put("rightToRevokeStated", true)
                .put("redisclosureStated", true));
  }

  private static JsonObject done(ClinicApi api, String path, JsonObject body) throws IOException {
    String answer = ClinicApi.eventually("Posting to " + path, () -> api.post(path, body)).body();
    return answer.startsWith("{") ? new JsonObject(answer) : new JsonObject();
  }
}
