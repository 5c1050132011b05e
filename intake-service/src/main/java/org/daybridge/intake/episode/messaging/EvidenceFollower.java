package org.daybridge.intake.episode.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.outcomes.OutcomesEvent.StepChangeProposed;
import org.daybridge.contract.records.RecordsEvent.AftercarePlanSigned;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps what other services found out about an episode: proposals of steps, signed aftercare plans.
 */
@ApplicationScoped
class EvidenceFollower implements Follower {
  private final Jdbi jdbi;

  EvidenceFollower(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(StepChangeProposed.class, AftercarePlanSigned.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    switch (event) {
      case StepChangeProposed proposed -> proposed(envelope, proposed);
      case AftercarePlanSigned signed -> signed(envelope, signed);
      default -> throw new IllegalArgumentException("Not followed: " + envelope.type());
    }
  }

  private void proposed(Envelope envelope, StepChangeProposed proposed) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into step_proposal (proposal_id, organization_id, patient_id, labels, episode_id, direction,"
                        + " evidence, proposed_at) values (:id, :org, :patient, :labels, :episode, :direction, :evidence,"
                        + " :at) on conflict (proposal_id) do nothing")
                .bind("id", proposed.proposalId())
                .bind("org", Callers.current().organizationId())
                .bind("patient", proposed.patientId())
                .bind("labels", Labels.mask(envelope.labels()))
                .bind("episode", proposed.episodeId())
                .bind("direction", proposed.direction().name())
                .bind("evidence", proposed.evidence().toArray(UUID[]::new))
                .bind("at", proposed.proposedAt())
                .execute());
  }

  private void signed(Envelope envelope, AftercarePlanSigned signed) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into aftercare_signed (episode_id, organization_id, patient_id, labels, aftercare_plan_id,"
                        + " signed_at) values (:episode, :org, :patient, :labels, :plan, :at)"
                        + " on conflict (episode_id) do update set aftercare_plan_id = excluded.aftercare_plan_id,"
                        + " signed_at = excluded.signed_at")
                .bind("episode", signed.episodeId())
                .bind("org", Callers.current().organizationId())
                .bind("patient", signed.patientId())
                .bind("labels", Labels.mask(envelope.labels()))
                .bind("plan", signed.aftercarePlanId())
                .bind("at", signed.signedAt())
                .execute());
  }
}
