package org.daybridge.medication.cdshooks.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.medication.cdshooks.Card;
import org.daybridge.medication.safety.SafetyHandler;

/**
 * CDS Hooks 2.0: discovery and three services. Nothing is stored; the other system sends all facts.
 */
@Path("/api/medication/v1/cds-services")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork(stateless = true)
@RunOnVirtualThread
public class CdsServicesResource {
  private static final Map<String, String> PREFETCH =
      Map.of(
          "patient", "Patient/{{context.patientId}}",
          "conditions", "Condition?patient={{context.patientId}}&clinical-status=active",
          "medications", "MedicationRequest?patient={{context.patientId}}&status=active",
          "allergies", "AllergyIntolerance?patient={{context.patientId}}&clinical-status=active");
  private static final List<Offer> SERVICES =
      List.of(
          service("order-select", "Looks at the orders that are being selected"),
          service("order-sign", "Looks at the orders that are about to be signed"),
          service("patient-view", "Looks at the medications when a chart is opened"));

  private final HookReader reader;
  private final SafetyHandler safety;

  CdsServicesResource(HookReader reader, SafetyHandler safety) {
    this.reader = reader;
    this.safety = safety;
  }

  record Offer(
      String hook, String title, String description, String id, Map<String, String> prefetch) {}

  record Discovery(List<Offer> services) {}

  record Cards(List<Card> cards) {}

  private static Offer service(String hook, String description) {
    return new Offer(hook, "Medication safety", description, "medication-" + hook, PREFETCH);
  }

  @GET
  @PermissionsAllowed("cds-hooks:call")
  public Discovery discover() {
    return new Discovery(SERVICES);
  }

  @POST
  @Path("{id}")
  @PermissionsAllowed("cds-hooks:call")
  public Cards call(@PathParam("id") String id, @NotNull JsonNode hook) {
    var service = SERVICES.stream().filter(known -> known.id().equals(id)).findFirst();
    var asked = text(hook, "hook");
    if (service.isEmpty() || !service.get().hook().equals(asked.orElse(""))) {
      throw BadRequest.field("hook", "must be the hook of the service that is called");
    }
    if (text(hook, "hookInstance").isEmpty() || !hook.path("context").isObject()) {
      throw BadRequest.field("hookInstance", "must be given, and context too");
    }
    return new Cards(Card.of(safety.check(reader.read(hook))));
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.ofNullable(node.path(field).textValue()).filter(text -> !text.isBlank());
  }
}
