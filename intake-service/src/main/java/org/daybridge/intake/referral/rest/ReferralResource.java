package org.daybridge.intake.referral.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.intake.referral.Referral;
import org.daybridge.intake.referral.ReferralHandler;
import org.daybridge.intake.referral.Referrals;
import org.daybridge.intake.referral.ReportedItem;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.jspecify.annotations.Nullable;

/** Referrals from a front end: receive, read, accept, decline. */
@Path("/api/intake/v1/referrals")
@UnitOfWork
@RunOnVirtualThread
public class ReferralResource {
  private final ReferralHandler handler;
  private final Referrals referrals;

  ReferralResource(ReferralHandler handler, Referrals referrals) {
    this.handler = handler;
    this.referrals = referrals;
  }

  /** When the assessment takes place and who makes it. */
  public record Acceptance(
      @NotNull LocalDate assessmentOn,
      @Size(max = 20) @Nullable List<@NotNull StaffId> assessors) {}

  /** Why the program does not take it on, and where the person was sent instead. */
  public record DeclineBody(
      @NotBlank @Size(max = 60) String reason, @Size(max = 200) @Nullable String sentTo) {}

  /** Receives a referral: the person is matched or recorded. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("referral:receive")
  public Response receive(@NotNull @Valid ReferralBody body) {
    ReferralHandler.Received received = handler.receive(body.toReferral());
    Referral referral = received.referral();
    return Response.created(URI.create("/api/intake/v1/referrals/" + referral.id()))
        .header("ETag", ETags.of(referral.version()))
        .entity(ReferralView.of(referral, null, received.personWasKnown()))
        .build();
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("referral:read")
  public Response read(UUID id) {
    Referral referral = referrals.require(new ReferralId(id));
    return Response.ok(ReferralView.of(referral, referrals.items(referral.id()), null))
        .header("ETag", ETags.of(referral.version()))
        .build();
  }

  /**
   * Referrals of one patient, or the open ones of everybody that the caller can see, newest first.
   */
  @GET
  @PermissionsAllowed("referral:read")
  public Page<ReferralView> list(
      @QueryParam("patientId") @Nullable UUID patientId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    PageRequest page = PageRequest.of(limit, cursor);
    List<ReferralView> rows =
        referrals
            .list(patientId == null ? null : new PatientId(patientId), before(page), page.rows())
            .stream()
            .map(ReferralView::of)
            .toList();
    return Page.of(rows, page, view -> view.id().toString());
  }

  /** The text of reported items by their ids, for reconciliation. */
  @GET
  @Path("reported-items")
  @PermissionsAllowed("referral:read")
  public List<ReportedItem> items(@QueryParam("ids") @NotBlank @Size(max = 8000) String ids) {
    try {
      return referrals.items(Arrays.stream(ids.split(",", 201)).map(UUID::fromString).toList());
    } catch (IllegalArgumentException e) {
      throw BadRequest.field("ids", "must be at most 200 ids separated by commas");
    }
  }

  @POST
  @Path("{id}/acceptance")
  @PermissionsAllowed("referral:decide")
  public ReferralView accept(UUID id, @NotNull @Valid Acceptance body) {
    return ReferralView.of(
        handler.accept(
            new ReferralId(id),
            body.assessmentOn(),
            body.assessors() == null ? List.of() : body.assessors()));
  }

  @POST
  @Path("{id}/decline")
  @PermissionsAllowed("referral:decide")
  public ReferralView decline(UUID id, @NotNull @Valid DeclineBody body) {
    return ReferralView.of(handler.decline(new ReferralId(id), body.reason(), body.sentTo()));
  }

  private static @Nullable UUID before(PageRequest page) {
    try {
      return page.after() == null ? null : UUID.fromString(page.after());
    } catch (IllegalArgumentException e) {
      throw BadRequest.field("cursor", "is not one that this list gave");
    }
  }
}
