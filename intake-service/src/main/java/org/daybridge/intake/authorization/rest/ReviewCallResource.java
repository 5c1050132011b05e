package org.daybridge.intake.authorization.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.AuthorizationId;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.intake.authorization.ReviewCall;
import org.daybridge.intake.authorization.ReviewCallHandler;
import org.daybridge.kit.http.UnitOfWork;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Calls with payers' reviewers, denials and appeals. */
@Path("/api/intake/v1")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class ReviewCallResource {
  private final ReviewCallHandler handler;

  ReviewCallResource(ReviewCallHandler handler) {
    this.handler = handler;
  }

  /** The call as it went; it is not urgent unless it says so. */
  public record Body(
      ReviewCall.@NotNull Kind kind,
      @Nullable AuthorizationId authorizationId,
      @NotBlank @Size(max = 200) String reviewer,
      @Nullable @Size(max = 60) String reference,
      @NotNull Instant calledAt,
      @Min(0) @Max(400) int daysAsked,
      boolean peerToPeer,
      @Nullable Boolean urgent,
      ReviewCall.@NotNull Outcome outcome,
      @Min(0) @Max(400) int daysApproved,
      @Nullable @Size(max = 500) String denialReason,
      @Nullable LocalDate nextReviewOn) {
    @Override
    public String toString() {
      return "ReviewCall[" + kind + "]";
    }
  }

  /**
   * A call with what came of it; {@code appealBy} is the last day for the first appeal, {@code
   * decisionDueAt} when the payer has to decide what it left pending.
   */
  public record View(
      UUID id,
      UUID patientId,
      UUID episodeId,
      @Nullable AuthorizationId authorizationId,
      ReviewCall.Said call,
      @Nullable LocalDate appealBy,
      @Nullable Instant decisionDueAt,
      List<ReviewCall.Appeal> appeals) {
    static View of(ReviewCall one) {
      return new View(
          one.id(),
          one.patient().value(),
          one.episode().value(),
          one.authorization(),
          one.said(),
          one.appealBy(),
          one.decisionDueAt(),
          one.appeals());
    }
  }

  /** An appeal as it was filed; it is recorded as late when the clock had run out. */
  public record AppealBody(
      @NotNull LocalDate filedOn, @Nullable @Size(max = 60) String reference, boolean expedited) {}

  /** What the payer said to the appeal; upheld: the denial stands. */
  public record AppealDecision(boolean upheld, @NotNull LocalDate decidedOn) {}

  @POST
  @Path("episodes/{id}/review-calls")
  @PermissionsAllowed("authorization:write")
  @ResponseStatus(201)
  public View record(UUID id, @NotNull @Valid Body body) {
    return View.of(
        handler.record(
            new EpisodeId(id),
            body.authorizationId(),
            new ReviewCall.Said(
                body.kind(),
                body.reviewer(),
                body.reference(),
                body.calledAt(),
                body.daysAsked(),
                body.peerToPeer(),
                Boolean.TRUE.equals(body.urgent()),
                body.outcome(),
                body.daysApproved(),
                body.denialReason(),
                body.nextReviewOn())));
  }

  /** The newest first, with their appeals. */
  @GET
  @Path("episodes/{id}/review-calls")
  @PermissionsAllowed("authorization:read")
  public List<View> list(UUID id) {
    return handler.of(new EpisodeId(id)).stream().map(View::of).toList();
  }

  @POST
  @Path("review-calls/{id}/appeals")
  @PermissionsAllowed("authorization:write")
  @ResponseStatus(201)
  public View appeal(UUID id, @NotNull @Valid AppealBody body) {
    return View.of(handler.appeal(id, body.filedOn(), body.reference(), body.expedited()));
  }

  @POST
  @Path("review-calls/{id}/appeals/{level}/decision")
  @PermissionsAllowed("authorization:write")
  public View decide(UUID id, @Min(1) @Max(9) int level, @NotNull @Valid AppealDecision body) {
    return View.of(handler.decide(id, level, body.upheld(), body.decidedOn()));
  }
}
