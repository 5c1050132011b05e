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

/** DiagnosticReport over FHIR: signed notes of prescribers and discharge summaries, as reports. */
@Path("/fhir")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@UnitOfWork
@RunOnVirtualThread
public class DiagnosticReportFacade {

  private static final String[] PARAMETERS = {
    "_id", "patient", "subject", "status", "category", "code", "date"
  };

  private final SignedNoteSearch notes;

  DiagnosticReportFacade(SignedNoteSearch notes) {
    this.notes = notes;
  }

  @GET
  @Path("DiagnosticReport/{id}")
  @PermissionsAllowed("diagnostic-report:read")
  public Response read(UUID id) {
    var kept = notes.require("DiagnosticReport", id, DiagnosticReports.KINDS);
    return Response.ok(DiagnosticReports.of(kept))
        .header("ETag", "W/\"" + kept.version() + "\"")
        .build();
  }

  @GET
  @Path("DiagnosticReport")
  @PermissionsAllowed("diagnostic-report:read")
  public Bundle search(@Context UriInfo uri) {
    return found(uri.getQueryParameters());
  }

  @POST
  @Path("DiagnosticReport/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("diagnostic-report:read")
  public Bundle searchByPost(MultivaluedMap<String, String> form) {
    return found(form);
  }

  @GET
  @Path("Provenance/DiagnosticReport-{id}")
  @PermissionsAllowed("diagnostic-report:read")
  public Resource provenance(UUID id) {
    return DiagnosticReports.provenance(
        notes.require("DiagnosticReport", id, DiagnosticReports.KINDS));
  }

  /** Only final reports of the one category are here. */
  private static boolean finished(Search asked) {
    var status = asked.tokens("status");
    var category = asked.tokens("category");
    return (status.isEmpty() || status.stream().anyMatch(one -> one.code().equals("final")))
        && (category.isEmpty()
            || category.stream()
                .anyMatch(one -> one.matches(DiagnosticReports.CATEGORY, DiagnosticReports.OTHER)));
  }

  private Bundle found(MultivaluedMap<String, String> parameters) {
    var asked = Search.of(parameters, PARAMETERS);
    asked.requireOneOf("patient", "subject", "_id");
    var kinds = DiagnosticReports.kinds(asked.tokens("code"));
    var matches =
        !finished(asked) || kinds.isEmpty()
            ? List.<Versioned<Note>>of()
            : notes.matching(asked, kinds, Optional.empty(), Optional.of("date"));
    return SearchBundle.of(
        "DiagnosticReport",
        asked,
        matches.stream().map(DiagnosticReports::of).toList(),
        resource -> DiagnosticReports.provenance(SignedNoteSearch.named(matches, resource)));
  }
}
