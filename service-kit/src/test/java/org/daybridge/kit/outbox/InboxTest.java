package org.daybridge.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.scheduling.SchedulingEvent.SiteChanged;
import org.daybridge.contract.scheduling.SchedulingEvent.SiteOpened;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.trial.Effects;
import org.daybridge.kit.trial.SiteFollower;
import org.daybridge.kit.trial.Trial;
import org.junit.jupiter.api.Test;

/** Each event takes effect once and in order, and none is ever lost from sight. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class InboxTest {
  @Inject Effects effects;
  @Inject Inbox inbox;
  @Inject ObjectMapper json;

  private final UUID site = Ids.next();

  @Test
  void aRepeatDoesNothing() {
    UUID event = Ids.next();
    TestEvents.publish(opened(), event, 1);
    TestEvents.publish(opened(), event, 1);
    TestEvents.publish(changed(), Ids.next(), 2);
    awaitEffects("SiteOpened 1", "SiteChanged 2");
  }

  @Test
  void aGapWaitsForWhatIsMissingAndIsTakenInOrder() {
    TestEvents.publish(changed(), Ids.next(), 3);
    TestEvents.publish(changed(), Ids.next(), 2);
    awaitParked("GAP", 1);
    awaitParked("BEHIND", 1);
    assertThat(done()).isEmpty();
    TestEvents.publish(opened(), Ids.next(), 1);
    TestEvents.publish(changed(), Ids.next(), 4);
    awaitEffects("SiteOpened 1", "SiteChanged 2", "SiteChanged 3", "SiteChanged 4");
    awaitNothingParked();
  }

  @Test
  void whatIsNoEventIsPutAsideAndHoldsNobodyUp() {
    byte[] noEvent = "no JSON, no event".getBytes(StandardCharsets.UTF_8);
    long before = poison();
    TestEvents.publishRaw("scheduling", site.toString(), noEvent);
    TestEvents.publishRaw("scheduling", "no uuid", noEvent);
    TestEvents.publishRaw("scheduling", null, noEvent);
    TestEvents.publishRaw("scheduling", site.toString(), "{}".getBytes(StandardCharsets.UTF_8));
    TestEvents.publishRaw("scheduling", site.toString(), null);
    TestEvents.publish(opened(), Ids.next(), 1);
    awaitEffects("SiteOpened 1");
    Trial.await().untilAsserted(() -> assertThat(poison() - before).isEqualTo(5));
  }

  @Test
  void anUnknownTypeIsParkedNotDoneAndIsTakenWhenItIsKnown() throws IOException {
    UUID event = Ids.next();
    Envelope known = TestEvents.envelope(opened(), event, 1);
    ObjectNode unknown = json.valueToTree(known);
    unknown.put("type", "SiteMoved");
    TestEvents.publishRaw("scheduling", site.toString(), json.writeValueAsBytes(unknown));
    TestEvents.publish(changed(), Ids.next(), 2);
    awaitEffects("SiteChanged 2");
    awaitParked("UNKNOWN_TYPE", 1);
    Trial.change(
        "update inbox_parked set type = 'SiteOpened', record = ? where event_id = ?",
        json.writeValueAsBytes(known),
        event);
    inbox.reopenKnown();
    awaitEffects("SiteChanged 2", "SiteOpened 1");
    awaitNothingParked();
  }

  @Test
  void whoIsNotKnownYetIsAwaited() {
    SiteFollower.UNKNOWN.add(site);
    TestEvents.publish(opened(), Ids.next(), 1);
    TestEvents.publish(changed(), Ids.next(), 2);
    awaitParked("NOT_YET_KNOWN", 1);
    awaitParked("BEHIND", 1);
    assertThat(done()).isEmpty();
    SiteFollower.UNKNOWN.remove(site);
    awaitEffects("SiteOpened 1", "SiteChanged 2");
    awaitNothingParked();
  }

  @Test
  void aFailingEventHoldsItsKeyAndNoOtherUntilItIsReplayed() {
    UUID other = Ids.next();
    SiteFollower.BROKEN.add(site);
    TestEvents.publish(opened(), Ids.next(), 1);
    TestEvents.publish(changed(), Ids.next(), 2);
    TestEvents.publish(new SiteOpened(new SiteId(other), "B", "UTC", true), Ids.next(), 1);
    awaitParked("FAILED", 1);
    awaitParked("BEHIND", 1);
    Trial.await().untilAsserted(() -> assertThat(done(other)).containsExactly("SiteOpened 1"));
    assertThat(done()).isEmpty();
    SiteFollower.BROKEN.remove(site);
    assertThat(inbox.replayFailed()).isPositive();
    awaitEffects("SiteOpened 1", "SiteChanged 2");
    awaitNothingParked();
  }

  @Test
  void aPayloadThatDoesNotFitIsParkedWithItsKey() {
    ObjectNode misfit = json.valueToTree(TestEvents.envelope(opened(), Ids.next(), 1));
    misfit.putObject("payload").put("siteId", 17);
    publish(misfit);
    awaitParked("FAILED", 1);
  }

  @Test
  void anUnknownFieldIsNoObstacle() {
    ObjectNode wider = json.valueToTree(TestEvents.envelope(opened(), Ids.next(), 1));
    wider.put("traceparent", "00-1");
    ((ObjectNode) wider.get("payload")).put("phoneCode", 61);
    publish(wider);
    awaitEffects("SiteOpened 1");
  }

  @Test
  void whatAFollowerTouchesIsAudited() {
    Envelope envelope = TestEvents.publish(opened(), Ids.next(), 1);
    awaitEffects("SiteOpened 1");
    assertThat(
            Trial.number(
                "select count(*) from audit_event where request_id = ? and operation ="
                    + " 'follow.SiteOpened' and action = 'U' and actor_kind = 'SERVICE'",
                envelope.correlationId()))
        .isOne();
  }

  private void publish(ObjectNode envelope) {
    try {
      TestEvents.publishRaw("scheduling", site.toString(), json.writeValueAsBytes(envelope));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private SiteOpened opened() {
    return new SiteOpened(new SiteId(site), "A", "America/New_York", true);
  }

  private SiteChanged changed() {
    return new SiteChanged(new SiteId(site), "A", "America/New_York", false);
  }

  private void awaitEffects(String... expected) {
    Trial.await().untilAsserted(() -> assertThat(done()).containsExactly(expected));
  }

  private List<String> done() {
    return done(site);
  }

  private List<String> done(UUID whose) {
    return Trial.as(Trial.service(), () -> effects.of(whose));
  }

  private void awaitParked(String reason, long expected) {
    Trial.await().untilAsserted(() -> assertThat(parked(reason)).isEqualTo(expected));
  }

  private void awaitNothingParked() {
    Trial.await()
        .untilAsserted(
            () ->
                assertThat(
                        Trial.number(
                            "select count(*) from inbox_parked where aggregate_id = ? and"
                                + " resolved_at is null",
                            site))
                    .isZero());
  }

  private long parked(String reason) {
    return Trial.number(
        "select count(*) from inbox_parked where aggregate_id = ? and reason = ? and resolved_at is"
            + " null",
        site,
        reason);
  }

  private static long poison() {
    return Trial.number("select count(*) from inbox_parked where reason = 'POISON'");
  }
}
