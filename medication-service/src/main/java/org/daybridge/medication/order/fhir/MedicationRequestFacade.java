package org.daybridge.medication.order.fhir;

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
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.fhir.FhirJsonWriter;
import org.daybridge.kit.fhir.Search;
import org.daybridge.kit.fhir.SearchBundle;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.medication.order.OrderQuery;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;

/** MedicationRequest over FHIR: read, earlier doses as versions, and the US Core searches. */
@Path("/fhir")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@UnitOfWork
@RunOnVirtualThread
public class MedicationRequestFacade {
  private static final String[] PARAMETERS = {
    "_id", "patient", "subject", "intent", "status", "encounter", "authoredon"
  };

  private final OrderQuery orders;

  MedicationRequestFacade(OrderQuery orders) {
    this.orders = orders;
  }

  @GET
  @Path("MedicationRequest/{id}")
  @PermissionsAllowed("medication-request:read")
  public Response read(@PathParam("id") UUID id) {
    var order = orders.view(new OrderId(id));
    return answer(MedicationRequestResources.of(order, order.current()));
  }

  @GET
  @Path("MedicationRequest/{id}/_history")
  @PermissionsAllowed("medication-request:read")
  public Bundle history(@PathParam("id") UUID id) {
    var order = orders.view(new OrderId(id));
    var bundle = new Bundle().setType(Bundle.BundleType.HISTORY);
    for (var dose : orders.versions(new OrderId(id))) {
      var entry = bundle.addEntry();
      entry.setFullUrl("/fhir/MedicationRequest/" + id);
      entry.setResource(MedicationRequestResources.of(order, dose));
      entry
          .getRequest()
          .setMethod(dose.number() == 1 ? Bundle.HTTPVerb.POST : Bundle.HTTPVerb.PUT)
          .setUrl("MedicationRequest/" + id);
      entry.getResponse().setStatus(dose.number() == 1 ? "201" : "200");
    }
    return bundle;
  }

  @GET
  @Path("MedicationRequest/{id}/_history/{number}")
  @PermissionsAllowed("medication-request:read")
  public Response version(@PathParam("id") UUID id, @PathParam("number") int number) {
    var order = orders.view(new OrderId(id));
    var dose =
        orders.versions(new OrderId(id)).stream()
            .filter(version -> version.number() == number)
            .findFirst()
            .orElseThrow(() -> new NotVisible("MedicationRequest", id));
    return answer(MedicationRequestResources.of(order, dose));
  }

  @GET
  @Path("MedicationRequest")
  @PermissionsAllowed("medication-request:read")
  public Bundle search(@Context UriInfo uri) {
    return found(uri.getQueryParameters());
  }

  @POST
  @Path("MedicationRequest/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("medication-request:read")
  public Bundle searchByPost(MultivaluedMap<String, String> form) {
    return found(form);
  }

  @GET
  @Path("Provenance/MedicationRequest-{id}")
  @PermissionsAllowed("medication-request:read")
  public Resource provenance(@PathParam("id") UUID id) {
    return MedicationRequestResources.provenance(orders.view(new OrderId(id)));
  }

  private Bundle found(MultivaluedMap<String, String> parameters) {
    var asked = Search.of(parameters, PARAMETERS);
    asked.requireOneOf("_id", "patient", "subject");
    var provenance = new HashMap<String, Provenance>();
    var resources = new ArrayList<Resource>();
    if (mayMatch(asked)) {
      for (var order : orders.search(criteria(asked))) {
        provenance.put(order.orderId().toString(), MedicationRequestResources.provenance(order));
        resources.add(MedicationRequestResources.of(order, order.current()));
      }
    }
    return SearchBundle.of(
        "MedicationRequest",
        asked,
        resources,
        resource -> provenance.get(resource.getIdElement().getIdPart()));
  }

  /** Every order here has the intent "order" and none belongs to an encounter. */
  private static boolean mayMatch(Search asked) {
    var intents = asked.tokens("intent");
    return !asked.has("encounter")
        && (intents.isEmpty() || intents.stream().anyMatch(token -> token.code().equals("order")));
  }

  private static OrderQuery.Criteria criteria(Search asked) {
    var authored = asked.period("authoredon");
    var patient =
        asked.reference("patient", "Patient").or(() -> asked.reference("subject", "Patient"));
    return new OrderQuery.Criteria(
        asked.id().orElse(null),
        patient.map(PatientId::new).orElse(null),
        statuses(asked),
        authored.from(),
        authored.to(),
        asked.after().orElse(null),
        asked.count() + 1);
  }

  private static List<String> statuses(Search asked) {
    return asked.tokens("status").stream()
        .map(
            token ->
                switch (token.code()) {
                  case "active" -> "ACTIVE";
                  case "on-hold" -> "ON_HOLD";
                  case "stopped" -> "STOPPED";
                  case "completed" -> "COMPLETED";
                  default -> "NONE";
                })
        .toList();
  }

  private static Response answer(MedicationRequest request) {
    return Response.ok(request)
        .header("ETag", "W/\"" + request.getMeta().getVersionId() + "\"")
        .build();
  }
}
