package org.daybridge.scheduling.enrollment.fhir;

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
import org.daybridge.scheduling.enrollment.AppointmentQuery;
import org.daybridge.scheduling.enrollment.AppointmentQuery.BookedSession;
import org.daybridge.scheduling.enrollment.AppointmentQuery.Criteria;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;

/** Appointment over FHIR: read and search. */
@Path("/fhir")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@UnitOfWork
@RunOnVirtualThread
public class AppointmentFacade {
  private static final String[] PARAMETERS = {
    "_id", "patient", "actor", "practitioner", "location", "date", "status"
  };

  private final AppointmentQuery query;
  private final DeskHandler desk;

  AppointmentFacade(AppointmentQuery query, DeskHandler desk) {
    this.query = query;
    this.desk = desk;
  }

  @GET
  @Path("Appointment/{id}")
  @PermissionsAllowed("appointment:read")
  public Response read(UUID id) {
    BookedSession booked = require(id);
    return Response.ok(Appointments.of(booked))
        .header("ETag", "W/\"" + Appointments.version(booked) + "\"")
        .build();
  }

  @GET
  @Path("Appointment")
  @PermissionsAllowed("appointment:read")
  public Bundle search(@Context UriInfo uri) {
    return found(uri.getQueryParameters());
  }

  @POST
  @Path("Appointment/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("appointment:read")
  public Bundle searchByPost(MultivaluedMap<String, String> form) {
    return found(form);
  }

  @GET
  @Path("Provenance/Appointment-{id}")
  @PermissionsAllowed("appointment:read")
  public Resource provenance(UUID id) {
    return Appointments.provenance(require(id));
  }

  private BookedSession require(UUID id) {
    BookedSession booked =
        desk.reaching(() -> query.find(id)).orElseThrow(() -> new NotVisible("Appointment", id));
    AuditTrail.read("Appointment", id, booked.patient());
    return booked;
  }

  private Bundle found(MultivaluedMap<String, String> parameters) {
    Search asked = Search.of(parameters, PARAMETERS);
    asked.requireOneOf("_id", "patient", "actor", "practitioner", "location");
    boolean actorIsPatient =
        asked.text("actor").map(one -> one.startsWith("Patient/")).orElse(false);
    UUID patient =
        asked
            .reference("patient", "Patient")
            .or(
                () ->
                    actorIsPatient
                        ? asked.reference("actor", "Patient")
                        : java.util.Optional.empty())
            .orElse(null);
    UUID practitioner =
        asked
            .reference("practitioner", "Practitioner")
            .or(
                () ->
                    actorIsPatient
                        ? java.util.Optional.empty()
                        : asked.reference("actor", "Practitioner"))
            .orElse(null);
    var criteria =
        new Criteria(
            asked.id().orElse(null),
            patient,
            practitioner,
            asked.reference("location", "Location").orElse(null),
            asked.period("date").from(),
            asked.period("date").to(),
            asked.tokens("status").stream().map(Search.Token::code).toList(),
            asked.after().orElse(null),
            asked.count() + 1);
    List<BookedSession> booked = desk.reaching(() -> query.search(criteria));
    Map<String, BookedSession> byId = new HashMap<>();
    booked.forEach(
        one -> {
          byId.put(one.enrollment().toString(), one);
          AuditTrail.read("Appointment", one.enrollment(), one.patient());
        });
    return SearchBundle.of(
        "Appointment",
        asked,
        booked.stream().map(Appointments::of).toList(),
        resource -> provenanceOf(byId, resource));
  }

  private static Provenance provenanceOf(Map<String, BookedSession> byId, Resource resource) {
    return Appointments.provenance(byId.get(resource.getIdElement().getIdPart()));
  }
}
