package org.daybridge.kit.trial;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.test.EndpointGuard;
import org.daybridge.kit.test.TestGrants;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;

/** The generated test of bad input, tried on the trial application. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class TrialEndpointsTest extends EndpointGuard {
  @Inject Remarks remarks;

  @Override
  protected Map<String, GoodRequest> goodRequests() {
    UUID patient = Ids.next();
    UUID therapist = Ids.next();
    TestGrants.careTeam(therapist, patient);
    String token = Tokens.staff("therapist", therapist);
    UUID remark =
        Trial.as(
            Trial.service(),
            () ->
                remarks.add(
                    patient,
                    Labels.MENTAL,
                    Ids.next().toString(),
                    Remarks.Kind.PLAIN,
                    LocalDate.EPOCH,
                    "seen"));
    String address = "/api/kit/v1/remarks";
    return Map.of(
        "POST " + address,
        new GoodRequest(
            token,
            address,
            Map.of(),
            "{\"wording\":\"well said\",\"patientId\":\"%s\",\"code\":\"%s\",\"kind\":\"PLAIN\",\"madeOn\":\"2026-03-09\"}"
                .formatted(patient, Ids.next())),
        "PUT " + address + "/{id}",
        new GoodRequest(token, address + "/" + remark, Map.of(), "{\"wording\":\"better\"}"));
  }
}
