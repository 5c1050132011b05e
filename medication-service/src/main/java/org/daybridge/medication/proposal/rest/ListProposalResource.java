package org.daybridge.medication.proposal.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.medication.patient.FollowedPatients;
import org.daybridge.medication.proposal.ListProposalHandler;
import org.daybridge.medication.proposal.ListProposalHandler.Verdict;
import org.daybridge.medication.proposal.ListProposalView;
import org.daybridge.medication.proposal.ListProposals;
import org.daybridge.medication.proposal.ProposedItem.LeaveReason;
import org.jspecify.annotations.Nullable;

/** Proposed medication lists and their review over HTTP. */
@Path("/api/medication/v1")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class ListProposalResource {
  private static final int USUAL = 5;
  private static final int MOST = 20;

  private final ListProposals proposals;
  private final ListProposalHandler handler;
  private final FollowedPatients patients;

  ListProposalResource(
      ListProposals proposals, ListProposalHandler handler, FollowedPatients patients) {
    this.proposals = proposals;
    this.handler = handler;
    this.patients = patients;
  }

  /** What may be said to an item. */
  public enum Choice {
    ACCEPT,
    LEAVE
  }

  record VerdictBody(
      @NotNull UUID itemId,
      @NotNull Choice choice,
      @Nullable @Size(max = 20) String rxcui,
      @Nullable LeaveReason because) {

    Verdict read() {
      return new Verdict(itemId, choice == Choice.ACCEPT, rxcui, because);
    }
  }

  record ReviewBody(@NotNull @Size(min = 1, max = 500) List<@NotNull @Valid VerdictBody> items) {}

  record Flag(String type, String severity, String ruleId, List<String> drugs, String message) {}

  record ReviewedView(ListProposalView proposal, List<Flag> flags) {}

  /** The latest first; each with up to 500 items, so a page is short. */
  @GET
  @Path("patients/{patientId}/list-proposals")
  @PermissionsAllowed("list-proposal:read")
  public Page<ListProposalView> list(
      @PathParam("patientId") UUID patientId,
      @QueryParam("limit") @Nullable @Max(MOST) Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var page = PageRequest.of(limit == null ? USUAL : limit, cursor);
    var patient = patients.require(new PatientId(patientId)).id();
    return Page.of(
        proposals.of(patient, page.rows(), page.afterId()).stream()
            .map(ListProposalView::of)
            .toList(),
        page,
        view -> view.proposalId().toString());
  }

  @GET
  @Path("list-proposals/{proposalId}")
  @PermissionsAllowed("list-proposal:read")
  public Response read(@PathParam("proposalId") UUID proposalId) {
    var proposal = proposals.require(proposalId);
    return Response.ok(ListProposalView.of(proposal))
        .header(HttpHeaders.ETAG, ETags.of(proposal.version()))
        .build();
  }

  /** Decides some or all of the items; what is accepted joins the list and is flagged. */
  @POST
  @Path("list-proposals/{proposalId}/reviews")
  @PermissionsAllowed("list-proposal:review")
  public Response review(
      @PathParam("proposalId") UUID proposalId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid ReviewBody body) {
    var reviewed =
        handler.review(proposalId, ifMatch, body.items().stream().map(VerdictBody::read).toList());
    var flags =
        reviewed.flags().stream()
            .map(
                alert ->
                    new Flag(
                        alert.type().name(),
                        alert.severity().code(),
                        alert.ruleId(),
                        alert.drugs(),
                        alert.message()))
            .toList();
    return Response.ok(new ReviewedView(ListProposalView.of(reviewed.proposal()), flags))
        .header(HttpHeaders.ETAG, ETags.of(reviewed.proposal().version()))
        .build();
  }
}
