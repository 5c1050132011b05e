package org.daybridge.medication.education.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.education.Education;
import org.daybridge.medication.education.Education.Talk;
import org.daybridge.medication.education.EducationHandler;
import org.daybridge.medication.order.MedicationOrders;
import org.daybridge.medication.patient.FollowedPatients;

/** Education about medicines over HTTP. */
@Path("/api/medication/v1")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class EducationResource {
  private final Education education;
  private final EducationHandler handler;
  private final MedicationOrders orders;
  private final FollowedPatients patients;
  private final Clock clock;

  EducationResource(
      Education education,
      EducationHandler handler,
      MedicationOrders orders,
      FollowedPatients patients,
      Clock clock) {
    this.education = education;
    this.handler = handler;
    this.orders = orders;
    this.patients = patients;
    this.clock = clock;
  }

  record NewTalk(
      @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 60) String> topics,
      @NotNull Boolean teachBack) {}

  record EducationView(List<Education.OfOrder> items) {}

  @POST
  @Path("orders/{orderId}/education")
  @PermissionsAllowed("education:record")
  public Response talk(@PathParam("orderId") UUID orderId, @NotNull @Valid NewTalk body) {
    var order = orders.require(new OrderId(orderId));
    var talk =
        new Talk(
            Ids.next(),
            orderId,
            order.order().patient(),
            body.topics(),
            body.teachBack(),
            Callers.current().principalId(),
            clock.instant());
    handler.given(talk, order.labels());
    return Response.status(Response.Status.CREATED).entity(talk).build();
  }

  @GET
  @Path("patients/{patientId}/education")
  @PermissionsAllowed("education:read")
  public EducationView list(@PathParam("patientId") UUID patientId) {
    return new EducationView(education.of(patients.require(new PatientId(patientId)).id()));
  }
}
