package org.daybridge.medication.response.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.medication.response.ResponseHandler;
import org.jspecify.annotations.Nullable;

/** The response view over HTTP. */
@Path("/api/medication/v1/patients/{patientId}/medication-response")
@UnitOfWork
@RunOnVirtualThread
public class ResponseResource {
  private final ResponseHandler responses;

  ResponseResource(ResponseHandler responses) {
    this.responses = responses;
  }

  @GET
  @PermissionsAllowed("medication-response:read")
  public ResponseHandler.Overview read(
      @PathParam("patientId") UUID patientId,
      @QueryParam("instrument") @Nullable @Size(max = 40) String instrument) {
    return responses.of(new PatientId(patientId), instrument);
  }
}
