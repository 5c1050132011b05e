package org.daybridge.records;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.EndpointGuard;
import org.daybridge.kit.test.TestPlatform;

/** Every operation of the service's OpenAPI document meets bad input. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class RecordsEndpointsTest extends EndpointGuard {

  @Override
  protected Map<String, GoodRequest> goodRequests() {
    RecordsFixture story = RecordsFixture.admitted();
    String address = "/api/clinical-records/v1/journal-entries";
    return Map.of(
        "POST " + address,
        new GoodRequest(
            story.self(),
            address,
            Map.of(),
            "{\"id\":\"%s\",\"writtenAt\":\"2026-03-09T10:00:00Z\",\"text\":\"a better day\"}"
                .formatted(Ids.next())));
  }
}
