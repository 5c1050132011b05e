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
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.fhir.FhirJsonWriter;
import org.daybridge.kit.fhir.Search;
import org.daybridge.kit.fhir.SearchBundle;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.records.plan.GoalId;
import org.daybridge.records.plan.TreatmentPlan;
import org.daybridge.records.plan.TreatmentPlans;
import org.daybridge.records.plan.fhir.Goals.Aim;
import org.daybridge.records.signing.Versioned;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** Goal over FHIR: the goals of the plans that guide care. */
@Path("/fhir")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@UnitOfWork
@RunOnVirtualThread
public class GoalFacade {

  private static final String[] PARAMETERS = {
    "_id", "patient", "subject", "target-date", "description", "lifecycle-status"
  };

  private final TreatmentPlans plans;

  GoalFacade(TreatmentPlans plans) {
    this.plans = plans;
  }

  @GET
  @Path("Goal/{id}")
  @PermissionsAllowed("care-plan:read")
  public Response read(UUID id) {
    var aim = require(id);
    return Response.ok(Goals.of(aim)).header("ETag", "W/\"" + aim.plan().version() + "\"").build();
  }

  @GET
  @Path("Goal")
  @PermissionsAllowed("care-plan:read")
  public Bundle search(@Context UriInfo uri) {
    return found(uri.getQueryParameters());
  }

  @POST
  @Path("Goal/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("care-plan:read")
  public Bundle searchByPost(MultivaluedMap<String, String> form) {
    return found(form);
  }

  @GET
  @Path("Provenance/Goal-{id}")
  @PermissionsAllowed("care-plan:read")
  public Resource provenance(UUID id) {
    return Goals.provenance(require(id));
  }

  private Aim require(UUID id) {
    return ofId(id).findFirst().orElseThrow(() -> new NotVisible("Goal", id));
  }

  private Stream<Aim> ofId(UUID id) {
    return plans.ofGoal(new GoalId(id)).map(plans::require).stream()
        .flatMap(GoalFacade::aims)
        .filter(aim -> aim.id().equals(id));
  }

  private static Stream<Aim> aims(Versioned<TreatmentPlan> plan) {
    return CarePlans.content(plan.value()).goals().map(goal -> new Aim(plan, goal));
  }

  private Bundle found(MultivaluedMap<String, String> parameters) {
    var asked = Search.of(parameters, PARAMETERS);
    asked.requireOneOf("patient", "subject", "_id");
    var patient =
        asked.reference("patient", "Patient").or(() -> asked.reference("subject", "Patient"));
    var candidates =
        patient
            .map(id -> plans.ofPatient(new PatientId(id)).stream().flatMap(GoalFacade::aims))
            .orElseGet(() -> asked.id().stream().flatMap(this::ofId));
    var matches =
        candidates
            .filter(aim -> asked.id().map(aim.id()::equals).orElse(true))
            .filter(aim -> matches(aim, asked))
            .sorted(Comparator.comparing(aim -> aim.id().toString()))
            .filter(
                aim ->
                    asked
                        .after()
                        .map(after -> aim.id().toString().compareTo(after.toString()) > 0)
                        .orElse(true))
            .limit(asked.count() + 1L)
            .toList();
    return SearchBundle.of(
        "Goal",
        asked,
        matches.stream().map(Goals::of).toList(),
        resource ->
            Goals.provenance(
                matches.stream()
                    .filter(aim -> aim.id().toString().equals(resource.getIdElement().getIdPart()))
                    .findFirst()
                    .orElseThrow()));
  }

  private static boolean matches(Aim aim, Search asked) {
    var status = asked.tokens("lifecycle-status");
    var period = asked.period("target-date");
    var due = aim.goal().dueOn().atStartOfDay(ZoneOffset.UTC).toInstant();
    return (status.isEmpty()
            || status.stream()
                .anyMatch(one -> one.code().equals(Goals.status(aim.plan().value()).toCode())))
        && (period.from() == null || !due.isBefore(period.from()))
        && (period.to() == null || due.isBefore(period.to()))
        && asked
            .text("description")
            .map(text -> lower(aim.goal().patientWords()).startsWith(lower(text)))
            .orElse(true);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
