package org.daybridge.kit.trial;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.daybridge.kit.identity.Callers;
import org.jdbi.v3.core.Jdbi;

/** What the follower and the timer of the trial did. */
@ApplicationScoped
public class Effects {
  private final Jdbi jdbi;

  Effects(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void add(UUID event, UUID aggregate, String what) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into effect (organization_id, event_id, aggregate_id, what)"
                        + " values (:org, :event, :aggregate, :what)")
                .bind("org", Callers.current().organizationId())
                .bind("event", event)
                .bind("aggregate", aggregate)
                .bind("what", what)
                .execute());
  }

  /** What was done about an aggregate, first things first. Belongs into a transaction. */
  public List<String> of(UUID aggregate) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select what from effect where aggregate_id = :id order by effect_id")
                .bind("id", aggregate)
                .mapTo(String.class)
                .list());
  }
}
