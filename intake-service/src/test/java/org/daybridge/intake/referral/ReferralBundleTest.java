package org.daybridge.intake.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.daybridge.intake.IntakeClinic;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class ReferralBundleTest {
  private static String bundle(String family) {
    return """
        {"resourceType":"Bundle","type":"collection","entry":[
          {"fullUrl":"urn:uuid:p","resource":{"resourceType":"Patient","identifier":[{"system":"urn:ehr","value":"%1$s-1"}],
            "name":[{"use":"official","family":"%1$s","given":["Noor","L"]}],"gender":"female","birthDate":"1988-02-29",
            "telecom":[{"system":"phone","value":"555-0101"}]}},
          {"resource":{"resourceType":"Condition","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},
            "code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"F10.20"}],"text":"alcohol dependence"},"subject":{"reference":"urn:uuid:p"}}},
          {"resource":{"resourceType":"Condition","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"resolved"}]},
            "code":{"text":"fracture"},"subject":{"reference":"urn:uuid:p"}}},
          {"fullUrl":"urn:uuid:m","resource":{"resourceType":"Medication","code":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"7243","display":"naltrexone"}]}}},
          {"resource":{"resourceType":"MedicationRequest","status":"active","intent":"order","medicationReference":{"reference":"urn:uuid:m"},"subject":{"reference":"urn:uuid:p"}}},
          {"resource":{"resourceType":"Coverage","status":"active","beneficiary":{"reference":"urn:uuid:p"},"payor":[{"display":"%1$s Mutual, policy 12345"}]}},
          {"resource":{"resourceType":"AllergyIntolerance","code":{"text":"latex"},"patient":{"reference":"urn:uuid:p"}}},
          {"resource":{"resourceType":"Encounter","status":"finished","class":{"code":"AMB"}}}]}"""
        .formatted(family);
  }

  @Test
  void takesWhatAReferralNeedsAndCountsTheRest() {
    IntakeClinic clinic = IntakeClinic.open();
    var receipt =
        clinic
            .as(Tokens.staff("intake_coordinator", clinic.coordinator))
            .contentType("application/fhir+json")
            .body(bundle("Bundle" + UUID.randomUUID()))
            .post("/api/intake/v1/referrals?track=" + clinic.mentalHealth)
            .then()
            .statusCode(201)
            .body("used.MedicationRequest", equalTo(1))
            .body("used.Condition", equalTo(1))
            .body("notUsed.Encounter", equalTo(1))
            .body("notUsed.Condition", equalTo(1))
            .extract();
    clinic
        .asCoordinator()
        .get("/api/intake/v1/referrals/" + receipt.path("id"))
        .then()
        .statusCode(200)
        .body("reported.description", hasItem("naltrexone"))
        .body("channel", equalTo("EHR"));
    clinic
        .as(Tokens.integrationClient("ehr"))
        .get("/fhir/Patient/" + receipt.path("patientId"))
        .then()
        .statusCode(404);
  }

  @Test
  void whatIsSaidOfACoverageIsKeptEncrypted() throws SQLException {
    IntakeClinic clinic = IntakeClinic.open();
    String family = "Bundle" + UUID.randomUUID();
    String policy = family + " Mutual, policy 12345";
    String referral =
        clinic
            .as(Tokens.staff("intake_coordinator", clinic.coordinator))
            .contentType("application/fhir+json")
            .body(bundle(family))
            .post("/api/intake/v1/referrals?track=" + clinic.mentalHealth)
            .then()
            .statusCode(201)
            .body("used.Coverage", equalTo(1))
            .extract()
            .path("id");
    clinic
        .asCoordinator()
        .get("/api/intake/v1/referrals/" + referral)
        .then()
        .statusCode(200)
        .body("reported.description", hasItem(policy));
    assertThat(rowsThatSay("latex", referral)).isOne();
    assertThat(rowsThatSay(policy, referral)).isZero();
  }

  private static long rowsThatSay(String text, String referral) throws SQLException {
    try (var connection = TestPlatform.superuser();
        var select =
            connection.prepareStatement(
                "select count(*) from reported_item i where referral_id = ?::uuid and i::text like ?")) {
      select.setString(1, referral);
      select.setString(2, "%" + text + "%");
      var row = select.executeQuery();
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void refusesWhatIsNoReferralBundle() {
    IntakeClinic clinic = IntakeClinic.open();
    for (String bad :
        new String[] {
          "{",
          "{\"resourceType\":\"Patient\"}",
          "{\"resourceType\":\"Bundle\",\"type\":\"collection\"}"
        }) {
      clinic
          .asCoordinator()
          .contentType("application/fhir+json")
          .body(bad)
          .post("/api/intake/v1/referrals?track=" + clinic.mentalHealth)
          .then()
          .statusCode(400);
    }
    clinic
        .asCoordinator()
        .contentType("application/fhir+json")
        .body(bundle("Nobody"))
        .post("/api/intake/v1/referrals?track=no-such-track")
        .then()
        .statusCode(422)
        .body("type", endsWith("track-is-open"));
  }
}
