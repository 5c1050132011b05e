package org.daybridge.scheduling.attendance.fhir;

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
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.fhir.FhirJsonWriter;
import org.daybridge.kit.fhir.Search;
import org.daybridge.kit.fhir.SearchBundle;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.scheduling.access.DeskHandler;
import org.daybridge.scheduling.attendance.EncounterQuery;
import org.daybridge.scheduling.attendance.EncounterQuery.AttendedSession;
import org.daybridge.scheduling.attendance.EncounterQuery.Criteria;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** Encounter over FHIR: what took place. */
@Path("/fhir")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@UnitOfWork
@RunOnVirtualThread
public class EncounterFacade {
  private static final String[] PARAMETERS = {
    "_id", "patient", "date", "status", "class", "type", "location"
  };

  private final EncounterQuery query;
  private final DeskHandler desk;

  EncounterFacade(EncounterQuery query, DeskHandler desk) {
    this.query = query;
    this.desk = desk;
  }

  @GET
  @Path("Encounter/{id}")
  @PermissionsAllowed("encounter:read")
  public Resource read(UUID id) {
    return Encounters.of(require(id));
  }

  @GET
  @Path("Encounter")
  @PermissionsAllowed("encounter:read")
  public Bundle search(@Context UriInfo uri) {
    return found(uri.getQueryParameters());
  }

  @POST
  @Path("Encounter/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("encounter:read")
  public Bundle searchByPost(MultivaluedMap<String, String> form) {
    return found(form);
  }

  @GET
  @Path("Provenance/Encounter-{id}")
  @PermissionsAllowed("encounter:read")
  public Resource provenance(UUID id) {
    return Encounters.provenance(require(id));
  }

  private AttendedSession require(UUID id) {
    AttendedSession attended =
        desk.reaching(() -> query.find(id)).orElseThrow(() -> new NotVisible("Encounter", id));
    AuditTrail.read("Encounter", id, attended.patient());
    return attended;
  }

  private Bundle found(MultivaluedMap<String, String> parameters) {
    Search asked = Search.of(parameters, PARAMETERS);
    asked.requireOneOf("_id", "patient", "location");
    var criteria =
        new Criteria(
            asked.id().orElse(null),
            asked.reference("patient", "Patient").orElse(null),
            asked.reference("location", "Location").orElse(null),
            asked.period("date").from(),
            asked.period("date").to(),
            codes(asked, "type"),
            codes(asked, "status"),
            codes(asked, "class"),
            asked.after().orElse(null),
            asked.count() + 1);
    List<AttendedSession> attended = desk.reaching(() -> query.search(criteria));
    Map<String, AttendedSession> byId = new HashMap<>();
    attended.forEach(
        one -> {
          byId.put(one.attendance().toString(), one);
          AuditTrail.read("Encounter", one.attendance(), one.patient());
        });
    return SearchBundle.of(
        "Encounter",
        asked,
        attended.stream().map(Encounters::of).toList(),
        resource -> Encounters.provenance(byId.get(resource.getIdElement().getIdPart())));
  }

  private static List<String> codes(Search asked, String name) {
    return asked.tokens(name).stream().map(Search.Token::code).toList();
  }
}
