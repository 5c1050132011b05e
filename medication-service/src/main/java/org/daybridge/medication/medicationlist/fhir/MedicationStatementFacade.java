package org.daybridge.medication.medicationlist.fhir;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.fhir.FhirJsonWriter;
import org.daybridge.kit.fhir.Search;
import org.daybridge.kit.fhir.SearchBundle;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.medication.medicationlist.ListedMedication;
import org.daybridge.medication.medicationlist.MedicationList;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** What a person takes besides the orders here, as MedicationStatement. */
@Path("/fhir")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@UnitOfWork
@RunOnVirtualThread
public class MedicationStatementFacade {
  private static final String[] PARAMETERS = {"_id", "patient", "subject", "status"};

  private final MedicationList list;

  MedicationStatementFacade(MedicationList list) {
    this.list = list;
  }

  @GET
  @Path("MedicationStatement/{id}")
  @PermissionsAllowed("medication-statement:read")
  public Response read(@PathParam("id") UUID id) {
    var medication = list.require(id);
    return Response.ok(MedicationStatementResources.of(medication))
        .header("ETag", "W/\"" + medication.version() + "\"")
        .build();
  }

  @GET
  @Path("MedicationStatement")
  @PermissionsAllowed("medication-statement:read")
  public Bundle search(@Context UriInfo uri) {
    return found(uri.getQueryParameters());
  }

  @POST
  @Path("MedicationStatement/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("medication-statement:read")
  public Bundle searchByPost(MultivaluedMap<String, String> form) {
    return found(form);
  }

  @GET
  @Path("Provenance/MedicationStatement-{id}")
  @PermissionsAllowed("medication-statement:read")
  public Resource provenance(@PathParam("id") UUID id) {
    return MedicationStatementResources.provenance(list.require(id));
  }

  private Bundle found(MultivaluedMap<String, String> parameters) {
    var asked = Search.of(parameters, PARAMETERS);
    asked.requireOneOf("_id", "patient", "subject");
    var statuses = asked.tokens("status");
    var found =
        asked.id().map(id -> List.of(list.require(id))).orElseGet(() -> of(asked)).stream()
            .filter(
                m ->
                    statuses.isEmpty()
                        || statuses.stream()
                            .anyMatch(s -> s.code().equals(MedicationStatementResources.status(m))))
            .filter(m -> asked.after().map(id -> id.compareTo(m.medicationId()) > 0).orElse(true))
            .limit(asked.count() + 1L)
            .toList();
    return SearchBundle.of(
        "MedicationStatement",
        asked,
        found.stream().map(MedicationStatementResources::of).toList(),
        resource ->
            MedicationStatementResources.provenance(
                list.require(UUID.fromString(resource.getIdElement().getIdPart()))));
  }

  private List<ListedMedication> of(Search asked) {
    var patient =
        asked.reference("patient", "Patient").or(() -> asked.reference("subject", "Patient"));
    return list.of(new PatientId(patient.orElseThrow()));
  }
}
