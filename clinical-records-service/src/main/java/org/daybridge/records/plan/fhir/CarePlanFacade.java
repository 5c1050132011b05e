package org.daybridge.records.plan.fhir;

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
import org.daybridge.contract.records.PlanId;
import org.daybridge.kit.fhir.FhirJsonWriter;
import org.daybridge.kit.fhir.Search;
import org.daybridge.kit.fhir.SearchBundle;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.records.plan.TreatmentPlan;
import org.daybridge.records.plan.TreatmentPlans;
import org.daybridge.records.signing.Versioned;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** CarePlan over FHIR: read, the US Core searches, Provenance. */
@Path("/fhir")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@UnitOfWork
@RunOnVirtualThread
public class CarePlanFacade {

  private static final String[] PARAMETERS = {
    "_id", "patient", "subject", "category", "status", "date"
  };

  private final TreatmentPlans plans;

  CarePlanFacade(TreatmentPlans plans) {
    this.plans = plans;
  }

  @GET
  @Path("CarePlan/{id}")
  @PermissionsAllowed("care-plan:read")
  public Response read(UUID id) {
    var kept = plans.require(new PlanId(id));
    return Response.ok(CarePlans.of(kept)).header("ETag", "W/\"" + kept.version() + "\"").build();
  }

  @GET
  @Path("CarePlan")
  @PermissionsAllowed("care-plan:read")
  public Bundle search(@Context UriInfo uri) {
    return found(uri.getQueryParameters());
  }

  @POST
  @Path("CarePlan/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("care-plan:read")
  public Bundle searchByPost(MultivaluedMap<String, String> form) {
    return found(form);
  }

  @GET
  @Path("Provenance/CarePlan-{id}")
  @PermissionsAllowed("care-plan:read")
  public Resource provenance(UUID id) {
    return CarePlans.provenance(plans.require(new PlanId(id)));
  }

  private Bundle found(MultivaluedMap<String, String> parameters) {
    var asked = Search.of(parameters, PARAMETERS);
    asked.requireOneOf("patient", "subject", "_id");
    var matches =
        candidates(asked).stream()
            .filter(kept -> matches(kept.value(), asked))
            .filter(kept -> asked.after().map(after -> follows(kept, after)).orElse(true))
            .limit(asked.count() + 1L)
            .toList();
    return SearchBundle.of(
        "CarePlan",
        asked,
        matches.stream().map(CarePlans::of).toList(),
        resource -> CarePlans.provenance(named(matches, resource)));
  }

  private List<Versioned<TreatmentPlan>> candidates(Search asked) {
    var patient =
        asked.reference("patient", "Patient").or(() -> asked.reference("subject", "Patient"));
    return patient
        .map(id -> plans.ofPatient(new PatientId(id)))
        .orElseGet(() -> asked.id().flatMap(id -> plans.find(new PlanId(id))).stream().toList())
        .stream()
        .filter(kept -> asked.id().map(kept.value().id().value()::equals).orElse(true))
        .toList();
  }

  private static boolean matches(TreatmentPlan plan, Search asked) {
    var category = asked.tokens("category");
    var status = asked.tokens("status");
    var period = asked.period("date");
    var starts = CarePlans.starts(plan);
    var ends = plan.state() instanceof TreatmentPlan.Closed(_, var at) ? at : null;
    return (category.isEmpty()
            || category.stream()
                .anyMatch(one -> one.matches(CarePlans.CATEGORY, CarePlans.ASSESS_PLAN)))
        && (status.isEmpty()
            || status.stream().anyMatch(one -> one.code().equals(CarePlans.status(plan).toCode())))
        && (period.from() == null || ends == null || !ends.isBefore(period.from()))
        && (period.to() == null || starts.isBefore(period.to()));
  }

  private static boolean follows(Versioned<TreatmentPlan> kept, UUID after) {
    return kept.value().id().toString().compareTo(after.toString()) > 0;
  }

  private static Versioned<TreatmentPlan> named(
      List<Versioned<TreatmentPlan>> matches, Resource resource) {
    var id = resource.getIdElement().getIdPart();
    return matches.stream()
        .filter(kept -> kept.value().id().toString().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
