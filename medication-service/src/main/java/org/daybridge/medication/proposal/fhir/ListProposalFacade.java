package org.daybridge.medication.proposal.fhir;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.fhir.FhirJsonWriter;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.medication.proposal.ListProposalHandler;
import org.daybridge.medication.proposal.ListProposalView;

/** A medication list of another system, as a FHIR Bundle or List, becomes a proposal. */
@Path("/api/medication/v1")
@UnitOfWork
@RunOnVirtualThread
public class ListProposalFacade {
  private final ListProposalHandler handler;

  ListProposalFacade(ListProposalHandler handler) {
    this.handler = handler;
  }

  /** Nothing joins the person's list by this; every medication of it waits for a reviewer. */
  @POST
  @Path("patients/{patientId}/list-proposals")
  @Consumes(FhirJsonWriter.MEDIA_TYPE)
  @Produces(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("list-proposal:send")
  public Response receive(@PathParam("patientId") UUID patientId, @NotBlank String body) {
    var proposal = handler.receive(new PatientId(patientId), FhirMedicationList.read(body));
    return Response.created(
            URI.create("/api/medication/v1/list-proposals/" + proposal.proposalId()))
        .header(HttpHeaders.ETAG, ETags.of(0))
        .entity(ListProposalView.of(proposal))
        .build();
  }
}
