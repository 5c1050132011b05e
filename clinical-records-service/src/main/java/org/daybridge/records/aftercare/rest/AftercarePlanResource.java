package org.daybridge.records.aftercare.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.records.aftercare.Aftercare;
import org.daybridge.records.personalplan.PersonalPlanKind;
import org.daybridge.records.personalplan.rest.PersonalPlanDesk;
import org.daybridge.records.personalplan.rest.PersonalPlanDesk.Shelf;
import org.daybridge.records.personalplan.rest.PersonalPlanSummary;
import org.daybridge.records.personalplan.rest.PersonalPlanView;
import org.daybridge.records.print.rest.SheetPrinter;
import org.daybridge.records.signing.rest.NewRefusal;
import org.daybridge.records.signing.rest.NewSignature;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Aftercare plans: what carries the patient once the program ends. */
@Path(AftercarePlanResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class AftercarePlanResource {

  static final String PATH = "/api/clinical-records/v1/aftercare-plans";

  private static final Shelf<Aftercare> SHELF =
      new Shelf<>(PersonalPlanKind.AFTERCARE, PATH, Aftercare.class);

  private final PersonalPlanDesk desk;

  AftercarePlanResource(PersonalPlanDesk desk) {
    this.desk = desk;
  }

  record NewAftercarePlan(
      @Nullable UUID id, @NotNull UUID patientId, @NotNull @Valid AftercareBody content) {}

  @POST
  @PermissionsAllowed("personal-plan:write")
  public RestResponse<PersonalPlanView<Aftercare>> begin(@NotNull @Valid NewAftercarePlan body) {
    return desk.begin(SHELF, body.id(), body.patientId(), body.content().toDomain());
  }

  @GET
  @PermissionsAllowed("personal-plan:read")
  public List<PersonalPlanSummary> list(@QueryParam("patientId") @Nullable UUID patientId) {
    return desk.list(PersonalPlanKind.AFTERCARE, patientId);
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("personal-plan:read")
  public RestResponse<PersonalPlanView<Aftercare>> read(UUID id) {
    return desk.read(SHELF, id);
  }

  /** The patient's copy of the version in force. */
  @GET
  @Path("{id}/print")
  @Produces(SheetPrinter.PDF)
  @PermissionsAllowed("personal-plan:read")
  public RestResponse<byte[]> print(UUID id) {
    return desk.print(SHELF, id);
  }

  @PUT
  @Path("{id}/draft")
  @PermissionsAllowed("personal-plan:write")
  public RestResponse<PersonalPlanView<Aftercare>> write(
      UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid AftercareBody body) {
    return desk.write(SHELF, id, ifMatch, body.toDomain());
  }

  @POST
  @Path("{id}/signatures")
  @PermissionsAllowed("personal-plan:sign")
  public RestResponse<PersonalPlanView<Aftercare>> sign(
      UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid NewSignature body) {
    return desk.sign(SHELF, id, ifMatch, body);
  }

  @POST
  @Path("{id}/refusals")
  @PermissionsAllowed("personal-plan:write")
  public RestResponse<PersonalPlanView<Aftercare>> refuse(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid NewRefusal body) {
    return desk.refuse(SHELF, id, ifMatch, body);
  }
}
