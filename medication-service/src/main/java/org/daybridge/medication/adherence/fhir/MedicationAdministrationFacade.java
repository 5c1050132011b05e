package org.daybridge.medication.adherence.fhir;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.fhir.FhirJsonWriter;
import org.daybridge.kit.fhir.Search;
import org.daybridge.kit.fhir.SearchBundle;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.medication.adherence.ObservedDoseQuery;
import org.daybridge.medication.adherence.ObservedDoseQuery.Criteria;
import org.daybridge.medication.adherence.ObservedDoseQuery.ObservedDose;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Doses that somebody saw taken or refused, as MedicationAdministration. */
@Path("/fhir")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@UnitOfWork
@RunOnVirtualThread
public class MedicationAdministrationFacade {
  private static final String TYPE = "MedicationAdministration";
  private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
  private static final String[] PARAMETERS = {
    "_id", "patient", "subject", "status", "effective-time", "request", "code"
  };

  private final ObservedDoseQuery doses;

  MedicationAdministrationFacade(ObservedDoseQuery doses) {
    this.doses = doses;
  }

  @GET
  @Path("MedicationAdministration/{id}")
  @PermissionsAllowed("medication-administration:read")
  public Response read(@PathParam("id") UUID id) {
    return Response.ok(MedicationAdministrationResources.of(required(id)))
        .header("ETag", "W/\"1\"")
        .build();
  }

  @GET
  @Path("MedicationAdministration")
  @PermissionsAllowed("medication-administration:read")
  public Bundle search(@Context UriInfo uri) {
    return found(uri.getQueryParameters());
  }

  @POST
  @Path("MedicationAdministration/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("medication-administration:read")
  public Bundle searchByPost(MultivaluedMap<String, String> form) {
    return found(form);
  }

  @GET
  @Path("Provenance/MedicationAdministration-{id}")
  @PermissionsAllowed("medication-administration:read")
  public Resource provenance(@PathParam("id") UUID id) {
    return MedicationAdministrationResources.provenance(required(id));
  }

  private ObservedDose required(UUID id) {
    return doses.search(Criteria.ofId(id)).stream()
        .findFirst()
        .orElseThrow(() -> new NotVisible(TYPE, id));
  }

  private Bundle found(MultivaluedMap<String, String> parameters) {
    var asked = Search.of(parameters, PARAMETERS);
    asked.requireOneOf("_id", "patient", "subject", "request");
    var statuses =
        asked.tokens("status").stream().map(Search.Token::code).collect(Collectors.toSet());
    var provenance = new HashMap<String, Provenance>();
    var resources = new ArrayList<Resource>();
    if (mayMatch(asked, statuses)) {
      for (var dose : doses.search(criteria(asked, statuses))) {
        provenance.put(
            dose.reportId().toString(), MedicationAdministrationResources.provenance(dose));
        resources.add(MedicationAdministrationResources.of(dose));
      }
    }
    return SearchBundle.of(
        TYPE, asked, resources, resource -> provenance.get(resource.getIdElement().getIdPart()));
  }

  /** Every one here is done or not done, and its code is one of RxNorm. */
  private static boolean mayMatch(Search asked, Set<String> statuses) {
    boolean status =
        statuses.isEmpty() || statuses.contains("completed") || statuses.contains("not-done");
    return status && (asked.tokens("code").isEmpty() || !codes(asked).isEmpty());
  }

  private static List<String> codes(Search asked) {
    return asked.tokens("code").stream()
        .filter(token -> token.matches(RXNORM, token.code()))
        .map(Search.Token::code)
        .toList();
  }

  private static Criteria criteria(Search asked, Set<String> statuses) {
    var time = asked.period("effective-time");
    var patient =
        asked.reference("patient", "Patient").or(() -> asked.reference("subject", "Patient"));
    return new Criteria(
        asked.id().orElse(null),
        patient.map(PatientId::new).orElse(null),
        asked.reference("request", "MedicationRequest").orElse(null),
        codes(asked),
        given(statuses),
        time.from(),
        time.to(),
        asked.after().orElse(null),
        asked.count() + 1);
  }

  private static @Nullable Boolean given(Set<String> statuses) {
    boolean done = statuses.contains("completed");
    return done == statuses.contains("not-done") ? null : Boolean.valueOf(done);
  }
}
