package org.daybridge.records.journal.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.records.journal.Journal;
import org.daybridge.records.journal.Journal.Entry;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The patient's journal: written and shared by the patient alone. */
@Path("/api/clinical-records/v1/journal-entries")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class JournalResource {

  private final Journal journal;

  JournalResource(Journal journal) {
    this.journal = journal;
  }

  /** The id and the time are the device's: the entry may have been written without a network. */
  record NewEntry(
      @NotNull UUID id, @NotNull Instant writtenAt, @NotBlank @Size(max = 20_000) String text) {
    @Override
    public String toString() {
      return "NewEntry[" + id + "]";
    }
  }

  @POST
  @PermissionsAllowed("journal:write")
  public RestResponse<Entry> write(@NotNull @Valid NewEntry body) {
    var me = new PatientId(Callers.current().principalId());
    return RestResponse.status(
        RestResponse.Status.CREATED, journal.write(body.id(), me, body.writtenAt(), body.text()));
  }

  @GET
  @PermissionsAllowed("journal:read")
  public List<Entry> list(@QueryParam("patientId") @Nullable UUID patientId) {
    if (patientId == null) throw BadRequest.field("patientId", "is needed");
    return journal.of(new PatientId(patientId));
  }

  @POST
  @Path("{id}/sharing")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("journal:write")
  public Entry share(UUID id) {
    return journal.share(id);
  }

  @DELETE
  @Path("{id}/sharing")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("journal:write")
  public Entry unshare(UUID id) {
    return journal.unshare(id);
  }
}
