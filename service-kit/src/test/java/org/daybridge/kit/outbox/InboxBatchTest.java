package org.daybridge.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.scheduling.SchedulingEvent.SiteChanged;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.trial.Effects;
import org.daybridge.kit.trial.SiteFollower;
import org.daybridge.kit.trial.Trial;
import org.junit.jupiter.api.Test;

/** What one poll brings is taken in together, and is the same as if each had come alone. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class InboxBatchTest {
  private static final String TOPIC = "batch-test";

  @Inject Inbox inbox;
  @Inject Effects effects;
  @Inject ObjectMapper json;

  private final UUID first = Ids.next();
  private final UUID second = Ids.next();
  private final List<InboxRecord> poll = new ArrayList<>();

  @Test
  void eventsThatCameTogetherAreOneTransactionInTheirOrder() {
    for (int version = 1; version <= 10; version++) {
      arrives(first, version);
      arrives(second, version);
    }
    inbox.receive(poll);
    assertThat(done(first)).hasSize(10).isEqualTo(inOrder(10));
    assertThat(done(second)).isEqualTo(inOrder(10));
    assertThat(transactions()).isOne();
  }

  @Test
  void aRepeatWithinOnePollAndInALaterOneDoesNothing() {
    arrives(first, 1);
    poll.add(poll.getFirst());
    arrives(first, 2);
    inbox.receive(poll);
    inbox.receive(poll);
    assertThat(done(first)).isEqualTo(inOrder(2));
  }

  @Test
  void oneThatFailsIsParkedAndTheOthersAreDoneOnce() {
    SiteFollower.BROKEN.add(second);
    arrives(first, 1);
    arrives(second, 1);
    arrives(first, 2);
    arrives(second, 2);
    inbox.receive(poll);
    assertThat(done(first)).isEqualTo(inOrder(2));
    assertThat(done(second)).isEmpty();
    assertThat(parked(second, "FAILED")).isOne();
    assertThat(parked(second, "BEHIND")).isOne();
  }

  @Test
  void behindAParkedEventNothingPassesAlsoInCompany() {
    arrives(second, 2);
    inbox.receive(poll);
    assertThat(parked(second, "GAP")).isOne();
    poll.clear();
    arrives(first, 1);
    arrives(second, 3);
    inbox.receive(poll);
    assertThat(done(first)).isEqualTo(inOrder(1));
    assertThat(done(second)).isEmpty();
    assertThat(parked(second, "BEHIND")).isOne();
  }

  @Test
  void whatIsNoEventDoesNotHoldItsCompanyUp() {
    arrives(first, 1);
    byte[] noise = "no event".getBytes(StandardCharsets.UTF_8);
    poll.add(new InboxRecord(TOPIC, 0, Ids.next().getLeastSignificantBits(), "x", noise));
    arrives(first, 2);
    inbox.receive(poll);
    assertThat(done(first)).isEqualTo(inOrder(2));
    assertThat(transactions()).isOne();
  }

  private void arrives(UUID site, long version) {
    var event = new SiteChanged(new SiteId(site), "A", "America/New_York", true);
    Envelope envelope = TestEvents.envelope(event, Ids.next(), version);
    long offset = Ids.next().getLeastSignificantBits();
    try {
      byte[] value = json.writeValueAsBytes(envelope);
      poll.add(new InboxRecord(TOPIC, 0, offset, site.toString(), value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> done(UUID site) {
    return Trial.as(Trial.service(), () -> effects.of(site));
  }

  private static List<String> inOrder(int last) {
    List<String> expected = new ArrayList<>();
    for (int version = 1; version <= last; version++) {
      expected.add("SiteChanged " + version);
    }
    return expected;
  }

  private long transactions() {
    return Trial.number(
        "select count(distinct xmin::text) from effect where aggregate_id in (?, ?)",
        first,
        second);
  }

  private static long parked(UUID site, String reason) {
    return Trial.number(
        "select count(*) from inbox_parked where aggregate_id = ? and reason = ?"
            + " and resolved_at is null",
        site,
        reason);
  }
}
