package org.daybridge.records.task.fhir;

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
import org.daybridge.kit.fhir.FhirJsonWriter;
import org.daybridge.kit.fhir.Search;
import org.daybridge.kit.fhir.SearchBundle;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.records.signing.Versioned;
import org.daybridge.records.task.CareTask;
import org.daybridge.records.task.CareTasks;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** Task over FHIR: what somebody has to do about a patient. */
@Path("/fhir")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@UnitOfWork
@RunOnVirtualThread
public class TaskFacade {

  private static final String[] PARAMETERS = {"_id", "patient", "subject", "owner", "status"};

  private final CareTasks tasks;

  TaskFacade(CareTasks tasks) {
    this.tasks = tasks;
  }

  @GET
  @Path("Task/{id}")
  @PermissionsAllowed("task:fhir-read")
  public Response read(UUID id) {
    var kept = tasks.require(id);
    return Response.ok(Tasks.of(kept)).header("ETag", "W/\"" + kept.version() + "\"").build();
  }

  @GET
  @Path("Task")
  @PermissionsAllowed("task:fhir-read")
  public Bundle search(@Context UriInfo uri) {
    return found(uri.getQueryParameters());
  }

  @POST
  @Path("Task/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("task:fhir-read")
  public Bundle searchByPost(MultivaluedMap<String, String> form) {
    return found(form);
  }

  @GET
  @Path("Provenance/Task-{id}")
  @PermissionsAllowed("task:fhir-read")
  public Resource provenance(UUID id) {
    return Tasks.provenance(tasks.require(id));
  }

  private Bundle found(MultivaluedMap<String, String> parameters) {
    var asked = Search.of(parameters, PARAMETERS);
    asked.requireOneOf("patient", "subject", "_id");
    var owner = asked.reference("owner", "Practitioner");
    var status = asked.tokens("status");
    var matches =
        candidates(asked).stream()
            .filter(kept -> owner.map(kept.value().owner().value()::equals).orElse(true))
            .filter(
                kept ->
                    status.isEmpty()
                        || status.stream()
                            .anyMatch(
                                one -> one.code().equals(Tasks.status(kept.value()).toCode())))
            .toList();
    return SearchBundle.of(
        "Task",
        asked,
        page(matches, asked).stream().map(Tasks::of).toList(),
        resource -> Tasks.provenance(named(matches, resource)));
  }

  private List<Versioned<CareTask>> candidates(Search asked) {
    var patient =
        asked.reference("patient", "Patient").or(() -> asked.reference("subject", "Patient"));
    if (asked.id().isPresent()) {
      return asked.id().flatMap(tasks::find).stream()
          .filter(kept -> patient.map(kept.value().patient().value()::equals).orElse(true))
          .toList();
    }
    return patient.map(PatientId::new).map(tasks::ofPatient).orElse(List.of());
  }

  private static List<Versioned<CareTask>> page(List<Versioned<CareTask>> all, Search asked) {
    return asked
        .after()
        .map(
            last ->
                all.stream().dropWhile(kept -> !kept.value().id().equals(last)).skip(1).toList())
        .orElse(all);
  }

  private static Versioned<CareTask> named(List<Versioned<CareTask>> matches, Resource resource) {
    var id = resource.getIdElement().getIdPart();
    return matches.stream()
        .filter(kept -> kept.value().id().toString().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
