package org.daybridge.kit.timer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Callers;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Durable clocks: acknowledgements, due dates, reminders. A timer is a row that commits with the
 * change that set it; it fires once over all replicas, and late rather than never after an outage.
 */
@ApplicationScoped
public class Timers {
  private final Jdbi jdbi;

  Timers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Sets the timer of this kind for the subject; one that is still open is moved. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void schedule(String kind, UUID subject, Instant dueAt, @Nullable String details) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into timer (timer_id, organization_id, kind, subject_id, due_at, details)"
                        + " values (:id, :org, :kind, :subject, :due, :details)"
                        + " on conflict (kind, subject_id) where fired_at is null and cancelled_at is null"
                        + " do update set due_at = excluded.due_at, details = excluded.details,"
                        + " attempts = 0, failed_at = null")
                .bind("id", Ids.next())
                .bind("org", Callers.current().organizationId())
                .bind("kind", kind)
                .bind("subject", subject)
                .bind("due", dueAt.atOffset(ZoneOffset.UTC))
                .bindByType("details", details, String.class)
                .execute());
  }

  /** Ends the open timer of this kind for the subject; none is as good. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void cancel(String kind, UUID subject) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update timer set cancelled_at = clock_timestamp() where kind = :kind"
                        + " and subject_id = :subject and fired_at is null and cancelled_at is null")
                .bind("kind", kind)
                .bind("subject", subject)
                .execute());
  }
}
