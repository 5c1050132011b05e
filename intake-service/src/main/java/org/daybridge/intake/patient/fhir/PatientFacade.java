package org.daybridge.intake.patient.fhir;

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
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.intake.patient.Patient;
import org.daybridge.intake.patient.PatientFhirSearch;
import org.daybridge.intake.patient.Patients;
import org.daybridge.kit.fhir.FhirJsonWriter;
import org.daybridge.kit.fhir.Search;
import org.daybridge.kit.fhir.SearchBundle;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** Patient over FHIR: read and the US Core searches. */
@Path("/fhir")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@UnitOfWork
@RunOnVirtualThread
public class PatientFacade {
  private static final String[] PARAMETERS = {
    "_id", "identifier", "name", "family", "given", "birthdate", "gender", "death-date"
  };

  private final Patients patients;
  private final PatientFhirSearch search;

  PatientFacade(Patients patients, PatientFhirSearch search) {
    this.patients = patients;
    this.search = search;
  }

  @GET
  @Path("Patient/{id}")
  @PermissionsAllowed("patient:fhir-read")
  public Response read(UUID id) {
    Patient patient = patients.require(new PatientId(id));
    return Response.ok(PatientResources.patient(patient))
        .header("ETag", "W/" + ETags.of(patient.version()))
        .build();
  }

  @GET
  @Path("Patient")
  @PermissionsAllowed("patient:fhir-read")
  public Bundle search(@Context UriInfo uri) {
    return found(uri.getQueryParameters());
  }

  @POST
  @Path("Patient/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("patient:fhir-read")
  public Bundle searchByPost(MultivaluedMap<String, String> form) {
    return found(form);
  }

  @GET
  @Path("Provenance/Patient-{id}")
  @PermissionsAllowed("patient:fhir-read")
  public Resource provenance(UUID id) {
    Patient patient = patients.require(new PatientId(id));
    return PatientResources.provenance(search.changeOf(patient.id()), patient.id().value());
  }

  private Bundle found(MultivaluedMap<String, String> parameters) {
    Search asked = Search.of(parameters, PARAMETERS);
    asked.requireOneOf("_id", "identifier", "name", "family", "birthdate");
    List<PatientId> ids =
        search.find(
            new PatientFhirSearch.Criteria(
                asked.id().orElse(null),
                asked.tokens("identifier").stream().map(PatientFacade::identifier).toList(),
                asked.text("name").orElse(null),
                asked.text("family").orElse(null),
                asked.text("given").orElse(null),
                asked.period("birthdate").from(),
                asked.period("birthdate").to(),
                asked.tokens("gender").stream().map(Search.Token::code).toList(),
                asked.after().orElse(null),
                asked.count() + 1));
    List<Resource> resources =
        patients.all(ids).stream().map(p -> (Resource) PatientResources.patient(p)).toList();
    return SearchBundle.of("Patient", asked, resources, this::provenanceOf);
  }

  private static PatientFhirSearch.Identifier identifier(Search.Token token) {
    if (token.system() == null) {
      throw BadRequest.field("identifier", "needs its system: system|value");
    }
    return new PatientFhirSearch.Identifier(token.system(), token.code());
  }

  private org.hl7.fhir.r4.model.Provenance provenanceOf(Resource resource) {
    UUID id = UUID.fromString(resource.getIdElement().getIdPart());
    return PatientResources.provenance(search.changeOf(new PatientId(id)), id);
  }
}
