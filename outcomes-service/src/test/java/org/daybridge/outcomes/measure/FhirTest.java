package org.daybridge.outcomes.measure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.daybridge.contract.intake.Population;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.fhir.FhirContexts;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.outcomes.Patients;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class FhirTest {
  private static final String ANSWERS =
      "{\"1\":2,\"2\":2,\"3\":2,\"4\":2,\"5\":2,\"6\":2,\"7\":2,\"8\":2,\"9\":1,\"10\":1}";

  @Test
  void showsAnswersAsAQuestionnaireResponseThatHapiFindsNoErrorIn() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    String id = submit(who, "PHQ-9", ANSWERS);
    String body =
        get(who.clinician(), "/fhir/QuestionnaireResponse/" + id)
            .statusCode(200)
            .contentType("application/fhir+json")
            .body("status", equalTo("completed"))
            .body("questionnaire", startsWith("https://daybridge.org/fhir/Questionnaire/PHQ-9"))
            .body("subject.reference", equalTo("Patient/" + who.patient()))
            .body("item[8].linkId", equalTo("9"))
            .body("item[8].answer[0].valueCoding.code", equalTo("LA6569-3"))
            .extract()
            .asString();
    assertThat(errors(body)).isEmpty();
  }

  @Test
  void showsTheScoreAsASurveyObservationThatHapiFindsNoErrorIn() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    String id = submit(who, "PHQ-9", ANSWERS);
    String body =
        get(who.clinician(), "/fhir/Observation/" + id)
            .statusCode(200)
            .body("status", equalTo("final"))
            .body("code.coding.code", hasItems("44261-6", "PHQ-9"))
            .body("valueQuantity.value", equalTo(17))
            .body("interpretation[0].coding[0].code", equalTo("moderately-severe"))
            .body("derivedFrom[0].reference", equalTo("QuestionnaireResponse/" + id))
            .extract()
            .asString();
    assertThat(errors(body)).isEmpty();
  }

  @Test
  void showsScalesAsComponentsAndALevelWithoutATotal() {
    Patients who = Patients.admitted(Population.SUBSTANCE_USE);
    String bam = submit(who, "BAM-IOP", "{\"4\":1,\"5\":0,\"6\":2}");
    String body =
        get(who.clinician(), "/fhir/Observation/" + bam)
            .statusCode(200)
            .body("status", equalTo("preliminary"))
            .body(
                "component.find { it.code.text == 'BAM-IOP use' }.valueQuantity.value", equalTo(3))
            .body("meta.security.code", hasItem("ETH"))
            .extract()
            .asString();
    assertThat(errors(body)).isEmpty();
  }

  @Test
  void findsByTheUsCoreParameters() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    String phq = submit(who, "PHQ-9", ANSWERS);
    submit(who, "GAD-7", "{\"1\":1,\"2\":1,\"3\":1,\"4\":1,\"5\":1,\"6\":1,\"7\":1}");
    String base = "/fhir/Observation?patient=" + who.patient();
    String token = who.clinician();
    get(token, base).statusCode(200).body("entry", hasSize(2));
    get(token, base + "&category=survey").body("entry", hasSize(2));
    get(token, base + "&category=laboratory").body("entry", nullValue());
    get(token, base + "&code=http://loinc.org|44261-6").body("entry.resource.id", contains(phq));
    get(token, base + "&code=70274-6&date=ge2020-01-01").body("entry", hasSize(1));
    get(token, base + "&date=lt2020-01-01").body("entry", nullValue());
    get(token, base + "&category=survey&status=final,amended").body("entry", hasSize(2));
    get(token, base + "&_count=1").body("entry", hasSize(1)).body("link.relation", hasItem("next"));
    get(token, base + "&_revinclude=Provenance:target")
        .body("entry.search.mode", hasItems("match", "include"));
    String responses = "/fhir/QuestionnaireResponse?patient=" + who.patient();
    get(token, responses + "&status=completed").body("entry", hasSize(2));
    get(token, responses + "&questionnaire=https://daybridge.org/fhir/Questionnaire/PHQ-9-1999")
        .body("entry.resource.id", contains(phq));
    get(token, "/fhir/Provenance/Observation-" + phq)
        .statusCode(200)
        .body("target[0].reference", equalTo("Observation/" + phq));
  }

  @Test
  void answersWrongSearchesWithAnOperationOutcome() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    get(who.clinician(), "/fhir/Observation")
        .statusCode(400)
        .body("resourceType", equalTo("OperationOutcome"));
    get(who.clinician(), "/fhir/Observation?patient=" + who.patient() + "&colour=red")
        .statusCode(400);
    get(who.clinician(), "/fhir/Observation/" + Ids.next())
        .statusCode(404)
        .body("resourceType", equalTo("OperationOutcome"));
  }

  @Test
  void showsAClientNoPart2Row() {
    Patients who = Patients.admitted(Population.SUBSTANCE_USE);
    String id = submit(who, "PHQ-9", ANSWERS);
    String client = Tokens.integrationClient("ehr");
    get(client, "/fhir/Observation/" + id).statusCode(404);
    get(client, "/fhir/Observation?patient=" + who.patient()).body("entry", nullValue());
    get(client, "/fhir/Flag?patient=" + who.patient()).body("entry", nullValue());
    Patients other = Patients.admitted(Population.MENTAL_HEALTH);
    String seen = submit(other, "PHQ-9", ANSWERS);
    get(client, "/fhir/Observation/" + seen).statusCode(200);
  }

  @Test
  void showsARiskCaseAsAnActiveSafetyFlag() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(who, "PHQ-9", ANSWERS);
    String body =
        get(who.clinician(), "/fhir/Flag?patient=" + who.patient())
            .statusCode(200)
            .body("entry[0].resource.status", equalTo("active"))
            .body("entry[0].resource.code.coding[0].code", equalTo("moderate"))
            .extract()
            .asString();
    assertThat(errors(body)).isEmpty();
  }

  @Test
  void showsEveryInstrumentAsAQuestionnaireThatHapiFindsNoErrorIn() {
    String token = Tokens.staff("therapist", Ids.next());
    String body =
        get(token, "/fhir/Questionnaire?_count=200")
            .statusCode(200)
            .body("entry", hasSize(46))
            .extract()
            .asString();
    assertThat(errors(body)).isEmpty();
    get(token, "/fhir/Questionnaire/C-SSRS-screener-recent")
        .statusCode(200)
        .body("item[0].code[0].code", equalTo("93246-7"));
  }

  private static List<String> errors(String resource) {
    return Rules.VALIDATOR.validateWithResult(resource).getMessages().stream()
        .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .map(message -> message.getLocationString() + ": " + message.getMessage())
        .filter(message -> !message.contains("us/core"))
        .toList();
  }

  /** Base R4; profiles and code systems that are not on the class path are not judged. */
  private static final class Rules {
    static final FhirValidator VALIDATOR = validator(FhirContexts.r4());

    private static FhirValidator validator(FhirContext context) {
      ValidationSupportChain chain =
          new ValidationSupportChain(
              new DefaultProfileValidationSupport(context),
              new CommonCodeSystemsTerminologyService(context),
              new InMemoryTerminologyServerValidationSupport(context));
      FhirInstanceValidator instances = new FhirInstanceValidator(chain);
      instances.setErrorForUnknownProfiles(false);
      return context.newValidator().registerValidatorModule(instances);
    }
  }

  private static String submit(Patients who, String instrument, String answers) {
    return given()
        .auth()
        .oauth2(who.own())
        .contentType("application/json")
        .body("{\"instrument\":\"%s\",\"answers\":%s}".formatted(instrument, answers))
        .post("/api/outcomes/v1/measures")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static ValidatableResponse get(String token, String path) {
    return given().urlEncodingEnabled(true).auth().oauth2(token).get(path).then();
  }
}
