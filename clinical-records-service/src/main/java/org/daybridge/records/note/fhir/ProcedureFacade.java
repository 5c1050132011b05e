package org.daybridge.records.note.fhir;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.kit.fhir.FhirJsonWriter;
import org.daybridge.kit.fhir.Search;
import org.daybridge.kit.fhir.SearchBundle;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.records.note.Note;
import org.daybridge.records.signing.Versioned;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** Procedure over FHIR: sessions that a signed note documents. */
@Path("/fhir")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@UnitOfWork
@RunOnVirtualThread
public class ProcedureFacade {

  private static final String[] PARAMETERS = {
    "_id", "patient", "subject", "status", "date", "code"
  };

  private final SignedNoteSearch notes;

  ProcedureFacade(SignedNoteSearch notes) {
    this.notes = notes;
  }

  @GET
  @Path("Procedure/{id}")
  @PermissionsAllowed("procedure:read")
  public Response read(UUID id) {
    var kept = notes.require("Procedure", id, Procedures.KINDS);
    return Response.ok(Procedures.of(kept)).header("ETag", "W/\"" + kept.version() + "\"").build();
  }

  @GET
  @Path("Procedure")
  @PermissionsAllowed("procedure:read")
  public Bundle search(@Context UriInfo uri) {
    return found(uri.getQueryParameters());
  }

  @POST
  @Path("Procedure/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("procedure:read")
  public Bundle searchByPost(MultivaluedMap<String, String> form) {
    return found(form);
  }

  @GET
  @Path("Provenance/Procedure-{id}")
  @PermissionsAllowed("procedure:read")
  public Resource provenance(UUID id) {
    return Procedures.provenance(notes.require("Procedure", id, Procedures.KINDS));
  }

  /** What a signed note documents has taken place. */
  private static boolean completed(Search asked) {
    var status = asked.tokens("status");
    return status.isEmpty() || status.stream().anyMatch(one -> one.code().equals("completed"));
  }

  private Bundle found(MultivaluedMap<String, String> parameters) {
    var asked = Search.of(parameters, PARAMETERS);
    asked.requireOneOf("patient", "subject", "_id");
    var kinds = Procedures.kinds(asked.tokens("code"));
    var matches =
        !completed(asked) || kinds.isEmpty()
            ? List.<Versioned<Note>>of()
            : notes.matching(asked, kinds, Optional.empty(), Optional.of("date"));
    return SearchBundle.of(
        "Procedure",
        asked,
        matches.stream().map(Procedures::of).toList(),
        resource -> Procedures.provenance(SignedNoteSearch.named(matches, resource)));
  }
}
