package org.daybridge.medication.medicationlist.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.medication.medicationlist.ListedMedication;
import org.daybridge.medication.medicationlist.ListedMedication.Source;
import org.daybridge.medication.medicationlist.ListedMedication.Status;
import org.daybridge.medication.medicationlist.MedicationList;
import org.daybridge.medication.medicationlist.MedicationListHandler;
import org.daybridge.medication.patient.FollowedPatients;
import org.daybridge.medication.safety.Alert;
import org.jspecify.annotations.Nullable;

/** What a person takes besides the orders here, over HTTP. */
@Path("/api/medication/v1")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class MedicationListResource {
  private final MedicationListHandler handler;
  private final MedicationList list;
  private final FollowedPatients patients;
  private final Clock clock;

  MedicationListResource(
      MedicationListHandler handler, MedicationList list, FollowedPatients patients, Clock clock) {
    this.handler = handler;
    this.list = list;
    this.patients = patients;
    this.clock = clock;
  }

  record NewMedication(
      @Nullable @Size(max = 300) String name,
      @Nullable @Size(max = 20) String rxcui,
      @Nullable @Positive Double doseMgPerDay,
      @Nullable @Size(max = 40) String route,
      @Nullable @Size(max = 60) String form,
      @Nullable LocalDate startsOn,
      @Nullable LocalDate endsOn,
      @Nullable LocalDate lastTakenOn,
      @Nullable Source source,
      @Nullable @Size(max = 100) String dispensedBy,
      @Nullable @Size(max = 300) String indication) {}

  record NewStatus(@NotNull Status status, @Nullable LocalDate on) {}

  record Flag(String type, String severity, String ruleId, List<String> drugs, String message) {
    static Flag of(Alert alert) {
      return new Flag(
          alert.type().name(),
          alert.severity().code(),
          alert.ruleId(),
          alert.drugs(),
          alert.message());
    }
  }

  record RecordedView(ListedMedication medication, List<Flag> flags) {}

  record MedicationsView(List<ListedMedication> items) {}

  @POST
  @Path("patients/{patientId}/medications")
  @PermissionsAllowed("medication-list:record")
  public Response record(
      @PathParam("patientId") UUID patientId, @NotNull @Valid NewMedication body) {
    if (isBlank(body.name()) && isBlank(body.rxcui())) {
      throw BadRequest.field("name", "must be given, or rxcui");
    }
    var patient = patients.require(new PatientId(patientId));
    var recorded = handler.record(read(body, patient.id(), patient.labels()));
    var medication = recorded.medication();
    return Response.created(
            URI.create("/api/medication/v1/medications/" + medication.medicationId()))
        .header(HttpHeaders.ETAG, ETags.of(0))
        .entity(new RecordedView(medication, recorded.flags().stream().map(Flag::of).toList()))
        .build();
  }

  private ListedMedication read(NewMedication body, PatientId patient, int labels) {
    boolean staff = Callers.current().isStaff();
    return new ListedMedication(
        Ids.next(),
        patient,
        labels,
        0,
        body.name(),
        body.rxcui(),
        handler.ingredientOf(body.rxcui(), body.name()),
        body.doseMgPerDay(),
        body.route(),
        body.form(),
        body.startsOn(),
        body.endsOn(),
        body.lastTakenOn(),
        body.source() != null ? body.source() : staff ? Source.ELSEWHERE : Source.PATIENT,
        body.dispensedBy(),
        body.indication(),
        Status.ACTIVE,
        null,
        Callers.current().principalId(),
        clock.instant());
  }

  @GET
  @Path("patients/{patientId}/medications")
  @PermissionsAllowed("medication-list:read")
  public MedicationsView list(@PathParam("patientId") UUID patientId) {
    return new MedicationsView(list.of(patients.require(new PatientId(patientId)).id()));
  }

  @GET
  @Path("medications/{medicationId}")
  @PermissionsAllowed("medication-list:read")
  public Response read(@PathParam("medicationId") UUID medicationId) {
    return answer(list.require(medicationId));
  }

  @PUT
  @Path("medications/{medicationId}/status")
  @PermissionsAllowed("medication-list:record")
  public Response end(
      @PathParam("medicationId") UUID medicationId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid NewStatus body) {
    return answer(handler.end(medicationId, ifMatch, body.status(), body.on()));
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static Response answer(ListedMedication medication) {
    return Response.ok(medication).header(HttpHeaders.ETAG, ETags.of(medication.version())).build();
  }
}
