package org.daybridge.medication.allergy.fhir;

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
import org.daybridge.medication.allergy.Allergies;
import org.daybridge.medication.allergy.Allergy;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** AllergyIntolerance over FHIR: read and the US Core searches. */
@Path("/fhir")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@UnitOfWork
@RunOnVirtualThread
public class AllergyIntoleranceFacade {
  private static final String[] PARAMETERS = {"_id", "patient", "clinical-status"};

  private final Allergies allergies;

  AllergyIntoleranceFacade(Allergies allergies) {
    this.allergies = allergies;
  }

  @GET
  @Path("AllergyIntolerance/{id}")
  @PermissionsAllowed("allergy-intolerance:read")
  public Response read(@PathParam("id") UUID id) {
    var allergy = allergies.require(id);
    return Response.ok(AllergyIntoleranceResources.of(allergy))
        .header("ETag", "W/\"" + allergy.version() + "\"")
        .build();
  }

  @GET
  @Path("AllergyIntolerance")
  @PermissionsAllowed("allergy-intolerance:read")
  public Bundle search(@Context UriInfo uri) {
    return found(uri.getQueryParameters());
  }

  @POST
  @Path("AllergyIntolerance/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("allergy-intolerance:read")
  public Bundle searchByPost(MultivaluedMap<String, String> form) {
    return found(form);
  }

  @GET
  @Path("Provenance/AllergyIntolerance-{id}")
  @PermissionsAllowed("allergy-intolerance:read")
  public Resource provenance(@PathParam("id") UUID id) {
    return AllergyIntoleranceResources.provenance(allergies.require(id));
  }

  private Bundle found(MultivaluedMap<String, String> parameters) {
    var asked = Search.of(parameters, PARAMETERS);
    asked.requireOneOf("_id", "patient");
    var found =
        asked.id().map(id -> List.of(allergies.require(id))).orElseGet(() -> of(asked)).stream()
            .filter(allergy -> allergy.status() != Allergy.Status.ENTERED_IN_ERROR)
            .filter(allergy -> hasStatus(asked, allergy))
            .filter(
                allergy ->
                    asked.after().map(id -> id.compareTo(allergy.allergyId()) > 0).orElse(true))
            .limit(asked.count() + 1L)
            .toList();
    return SearchBundle.of(
        "AllergyIntolerance",
        asked,
        found.stream().map(AllergyIntoleranceResources::of).toList(),
        resource ->
            AllergyIntoleranceResources.provenance(
                allergies.require(UUID.fromString(resource.getIdElement().getIdPart()))));
  }

  private List<Allergy> of(Search asked) {
    return allergies.of(new PatientId(asked.reference("patient", "Patient").orElseThrow()));
  }

  private static boolean hasStatus(Search asked, Allergy allergy) {
    var wanted = asked.tokens("clinical-status");
    var status = AllergyIntoleranceResources.clinicalStatus(allergy.status());
    return wanted.isEmpty()
        || wanted.stream()
            .anyMatch(token -> token.matches(AllergyIntoleranceResources.CLINICAL, status));
  }
}
