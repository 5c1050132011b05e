package org.daybridge.records.withholding.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.records.NoteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.withholding.Withholding;
import org.daybridge.records.withholding.WithholdingHandler;
import org.jboss.resteasy.reactive.RestResponse;

/** Holding a signed note back from its patient for a while. */
@Path("/api/clinical-records/v1/notes/{id}/withholding")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class WithholdingResource {

  private final WithholdingHandler handler;

  WithholdingResource(WithholdingHandler handler) {
    this.handler = handler;
  }

  record NewWithholding(@NotNull Withholding.Reason reason, @NotNull Instant endsAt) {}

  record WithholdingView(
      UUID id, UUID noteId, Withholding.Reason reason, Instant withheldAt, Instant endsAt) {}

  @POST
  @PermissionsAllowed("note:withhold")
  public RestResponse<WithholdingView> withhold(UUID id, @NotNull @Valid NewWithholding body) {
    var me = new StaffId(Callers.current().principalId());
    var withholding = handler.withhold(new NoteId(id), body.reason(), body.endsAt(), me);
    return RestResponse.status(
        RestResponse.Status.CREATED,
        new WithholdingView(
            withholding.id(), id, withholding.reason(), withholding.at(), withholding.endsAt()));
  }

  @DELETE
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("note:withhold")
  public void lift(UUID id) {
    handler.lift(new NoteId(id));
  }
}
