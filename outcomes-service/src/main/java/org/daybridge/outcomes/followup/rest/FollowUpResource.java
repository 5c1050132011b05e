package org.daybridge.outcomes.followup.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.outcomes.followup.FollowUp;
import org.daybridge.outcomes.followup.FollowUp.Channel;
import org.daybridge.outcomes.followup.FollowUpHandler;
import org.daybridge.outcomes.followup.FollowUps;
import org.daybridge.outcomes.instrument.rest.Parameters;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Following up after discharge. Changes need If-Match. */
@Path("/api/outcomes/v1/follow-ups")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class FollowUpResource {
  /** An attempt to reach the person. */
  public record AttemptBody(
      @NotNull Channel channel, @NotNull Boolean reached, @Nullable Instant at) {}

  public record AttemptView(Instant at, String channel, boolean reached, UUID by) {}

  /** {@code state} DUE, REACHED, UNABLE_TO_REACH or READMITTED. */
  public record FollowUpView(
      UUID id,
      UUID patientId,
      UUID episodeId,
      int day,
      LocalDate dueOn,
      String state,
      List<AttemptView> attempts,
      @Nullable Instant settledAt,
      long version) {
    static FollowUpView of(FollowUp one) {
      return new FollowUpView(
          one.id(),
          one.patient().value(),
          one.episode().value(),
          one.day(),
          one.dueOn(),
          one.state().name(),
          one.attempts().stream()
              .map(
                  each ->
                      new AttemptView(each.at(), each.channel().name(), each.reached(), each.by()))
              .toList(),
          one.settledAt(),
          one.version());
    }
  }

  private final FollowUpHandler handler;
  private final FollowUps followUps;

  FollowUpResource(FollowUpHandler handler, FollowUps followUps) {
    this.handler = handler;
    this.followUps = followUps;
  }

  @GET
  @PermissionsAllowed("follow-up:read")
  public Page<FollowUpView> list(
      @QueryParam("patientId") @Nullable String patientId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    PageRequest asked = PageRequest.of(limit, cursor);
    List<FollowUpView> found =
        followUps
            .of(new PatientId(Parameters.patient(patientId)), asked.rows(), asked.afterId())
            .stream()
            .map(FollowUpView::of)
            .toList();
    return Page.of(found, asked, view -> view.id().toString());
  }

  @POST
  @Path("{id}/attempts")
  @PermissionsAllowed("follow-up:write")
  public RestResponse<FollowUpView> attempt(
      UUID id,
      @Valid @NotNull AttemptBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return answer(
        handler.attempt(
            id,
            body.channel(),
            body.reached(),
            body.at(),
            version -> ETags.require(ifMatch, version)));
  }

  @POST
  @Path("{id}/unable-to-reach")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("follow-up:write")
  public RestResponse<FollowUpView> giveUp(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return answer(handler.giveUp(id, version -> ETags.require(ifMatch, version)));
  }

  private static RestResponse<FollowUpView> answer(FollowUp followUp) {
    return RestResponse.ResponseBuilder.ok(FollowUpView.of(followUp))
        .header("ETag", ETags.of(followUp.version()))
        .build();
  }
}
