package org.daybridge.medication.appointment.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.medication.appointment.AppointmentHandler;
import org.daybridge.medication.appointment.AppointmentRequest;
import org.daybridge.medication.appointment.AppointmentRequest.Reason;
import org.daybridge.medication.appointment.AppointmentRequests;
import org.daybridge.medication.patient.FollowedPatients;

/** Requests for medication appointments over HTTP. */
@Path("/api/medication/v1/patients/{patientId}/appointment-requests")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class AppointmentRequestResource {
  private final AppointmentHandler handler;
  private final AppointmentRequests requests;
  private final FollowedPatients patients;

  AppointmentRequestResource(
      AppointmentHandler handler, AppointmentRequests requests, FollowedPatients patients) {
    this.handler = handler;
    this.requests = requests;
    this.patients = patients;
  }

  record NewRequest(@NotNull Reason reason, @NotNull LocalDate wantedBy) {}

  record RequestsView(List<AppointmentRequest> items) {}

  @POST
  @PermissionsAllowed("safety-profile:record")
  public Response ask(@PathParam("patientId") UUID patientId, @NotNull @Valid NewRequest body) {
    var request = handler.ask(new PatientId(patientId), body.reason(), body.wantedBy());
    return Response.status(Response.Status.CREATED).entity(request).build();
  }

  @GET
  @PermissionsAllowed("monitoring:read")
  public RequestsView list(@PathParam("patientId") UUID patientId) {
    return new RequestsView(requests.of(patients.require(new PatientId(patientId)).id()));
  }
}
