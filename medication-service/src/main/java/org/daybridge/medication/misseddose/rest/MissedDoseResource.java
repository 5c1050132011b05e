package org.daybridge.medication.misseddose.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.medication.misseddose.MissedDoseHandler;

/** Missed doses and their patterns over HTTP. */
@Path("/api/medication/v1/patients/{patientId}/missed-doses")
@UnitOfWork
@RunOnVirtualThread
public class MissedDoseResource {
  private final MissedDoseHandler handler;

  MissedDoseResource(MissedDoseHandler handler) {
    this.handler = handler;
  }

  @GET
  @PermissionsAllowed("adherence:read")
  public MissedDoseHandler.Overview read(@PathParam("patientId") UUID patientId) {
    return handler.of(new PatientId(patientId));
  }
}
