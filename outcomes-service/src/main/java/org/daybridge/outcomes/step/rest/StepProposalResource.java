package org.daybridge.outcomes.step.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.outcomes.instrument.rest.Parameters;
import org.daybridge.outcomes.step.StepHandler;
import org.daybridge.outcomes.step.StepProposals;
import org.daybridge.outcomes.step.StepProposals.Proposal;
import org.daybridge.outcomes.step.StepRules.Outcome;
import org.jspecify.annotations.Nullable;

/** Proposals to step the level of care, and what the rules say now. Intake records the decision. */
@Path("/api/outcomes/v1/step-proposals")
@Produces(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class StepProposalResource {
  /** A proposal; open while it is not settled. */
  public record ProposalView(
      UUID id,
      UUID patientId,
      UUID episodeId,
      String direction,
      String rule,
      List<UUID> evidence,
      String rulePackVersion,
      Instant proposedAt,
      @Nullable Instant settledAt,
      @Nullable String outcome) {
    static ProposalView of(Proposal one) {
      return new ProposalView(
          one.id().value(),
          one.patient().value(),
          one.episode().value(),
          one.direction().name(),
          one.rule(),
          one.evidence(),
          one.rulePack(),
          one.proposedAt(),
          one.settledAt(),
          one.outcome());
    }
  }

  /** {@code direction} when something would be proposed, else what stands against it. */
  public record ReadinessView(
      @Nullable String direction,
      @Nullable String rule,
      List<UUID> evidence,
      List<String> because) {
    static ReadinessView of(Outcome outcome) {
      return switch (outcome) {
        case Outcome.Proposed(var direction, var rule, var evidence) ->
            new ReadinessView(direction.name(), rule, evidence, List.of());
        case Outcome.Nothing(var because) -> new ReadinessView(null, null, List.of(), because);
      };
    }
  }

  private final StepProposals proposals;
  private final StepHandler handler;

  StepProposalResource(StepProposals proposals, StepHandler handler) {
    this.proposals = proposals;
    this.handler = handler;
  }

  @GET
  @PermissionsAllowed("step-proposal:read")
  public Page<ProposalView> list(
      @QueryParam("patientId") @Nullable String patientId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    PageRequest asked = PageRequest.of(limit, cursor);
    List<ProposalView> found =
        proposals
            .of(new PatientId(Parameters.patient(patientId)), asked.rows(), asked.afterId())
            .stream()
            .map(ProposalView::of)
            .toList();
    return Page.of(found, asked, view -> view.id().toString());
  }

  @GET
  @Path("readiness")
  @PermissionsAllowed("step-proposal:read")
  public ReadinessView readiness(@QueryParam("patientId") @Nullable String patientId) {
    return ReadinessView.of(handler.readiness(new PatientId(Parameters.patient(patientId))));
  }
}
