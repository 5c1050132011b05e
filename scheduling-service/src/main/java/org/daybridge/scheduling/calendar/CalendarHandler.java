package org.daybridge.scheduling.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.scheduling.access.DeskHandler;
import org.daybridge.scheduling.calendar.CalendarFeeds.Feed;
import org.daybridge.scheduling.calendar.CalendarFeeds.Owner;
import org.daybridge.scheduling.episode.Episodes;

/**
 * Opens, shows and revokes calendar feeds. Whoever holds the token sees the feed and nothing else.
 */
@ApplicationScoped
public class CalendarHandler {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration BACK = Duration.ofDays(30);
  private static final Duration AHEAD = Duration.ofDays(90);

  private final CalendarFeeds feeds;
  private final Episodes episodes;
  private final DeskHandler desk;
  private final Clock clock;

  CalendarHandler(CalendarFeeds feeds, Episodes episodes, DeskHandler desk, Clock clock) {
    this.feeds = feeds;
    this.episodes = episodes;
    this.desk = desk;
    this.clock = clock;
  }

  /** A new feed; its token is told this once. */
  public record Opened(UUID id, String token) {}

  /** Opens a patient's feed, or the caller's own. */
  @Transactional
  public Opened open(Optional<PatientId> patient, boolean busyOnly) {
    patient.ifPresent(this::requireVisible);
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    var feed =
        new Feed(
            Ids.next(),
            patient.isPresent() ? Owner.PATIENT : Owner.STAFF,
            patient.map(PatientId::value).orElseGet(() -> Callers.current().principalId()),
            busyOnly,
            clock.instant());
    feeds.add(feed, hash(token));
    AuditTrail.created("CalendarFeed", feed.id(), patient.map(PatientId::value).orElse(null));
    return new Opened(feed.id(), token);
  }

  private void requireVisible(PatientId patient) {
    if (desk.reaching(() -> episodes.newest(patient)).isEmpty()) {
      throw new NotVisible("Patient", patient.value());
    }
  }

  /** The feed's text; a token that is wrong or revoked opens nothing. */
  @Transactional
  public String read(String token) {
    return desk.acrossPatients(
        () -> {
          Feed feed =
              feeds
                  .byToken(hash(token))
                  .orElseThrow(() -> new NotVisible("Calendar", new UUID(0, 0)));
          Instant now = clock.instant();
          AuditTrail.read(
              "CalendarFeed", feed.id(), feed.owner() == Owner.PATIENT ? feed.ownerId() : null);
          var events = feeds.events(feed, now.minus(BACK), now.plus(AHEAD));
          return CalendarText.of(events, feed.busyOnly(), now);
        });
  }

  /** Ends the feed: the token opens nothing any more. */
  @Transactional
  public void revoke(UUID id) {
    Feed feed = feeds.find(id).orElseThrow(() -> new NotVisible("Calendar", id));
    switch (feed.owner()) {
      case PATIENT -> requireVisible(new PatientId(feed.ownerId()));
      case STAFF -> {
        if (!feed.ownerId().equals(Callers.current().principalId())) {
          throw new NotVisible("Calendar", id);
        }
      }
    }
    feeds.revoke(id, clock.instant());
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
