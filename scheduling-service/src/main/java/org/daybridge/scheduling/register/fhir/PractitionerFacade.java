package org.daybridge.scheduling.register.fhir;

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
import java.util.UUID;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.fhir.FhirJsonWriter;
import org.daybridge.kit.fhir.Search;
import org.daybridge.kit.fhir.SearchBundle;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.scheduling.register.Register;
import org.daybridge.scheduling.register.Registered;
import org.daybridge.scheduling.register.StaffMember;
import org.hl7.fhir.r4.model.Bundle;

/** Staff over FHIR: who they are, and the roles that they work in. */
@Path("/fhir")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@UnitOfWork
@RunOnVirtualThread
public class PractitionerFacade {
  private final Register register;

  PractitionerFacade(Register register) {
    this.register = register;
  }

  @GET
  @Path("Practitioner/{id}")
  @PermissionsAllowed("practitioner:read")
  public Response read(UUID id) {
    Registered<StaffMember> member = require("Practitioner", id);
    return Response.ok(Practitioners.practitioner(member))
        .header("ETag", "W/\"" + member.version() + "\"")
        .build();
  }

  @GET
  @Path("Practitioner")
  @PermissionsAllowed("practitioner:read")
  public Bundle search(@Context UriInfo uri) {
    return practitioners(uri.getQueryParameters());
  }

  @POST
  @Path("Practitioner/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("practitioner:read")
  public Bundle searchByPost(MultivaluedMap<String, String> form) {
    return practitioners(form);
  }

  @GET
  @Path("PractitionerRole/{id}")
  @PermissionsAllowed("practitioner:read")
  public Response readRole(UUID id) {
    Registered<StaffMember> member = require("PractitionerRole", id);
    return Response.ok(Practitioners.role(member, register))
        .header("ETag", "W/\"" + member.version() + "\"")
        .build();
  }

  @GET
  @Path("PractitionerRole")
  @PermissionsAllowed("practitioner:read")
  public Bundle searchRoles(@Context UriInfo uri) {
    return roles(uri.getQueryParameters());
  }

  @POST
  @Path("PractitionerRole/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("practitioner:read")
  public Bundle searchRolesByPost(MultivaluedMap<String, String> form) {
    return roles(form);
  }

  private Registered<StaffMember> require(String type, UUID id) {
    return register.find(StaffMember.class, id).orElseThrow(() -> new NotVisible(type, id));
  }

  private Bundle practitioners(MultivaluedMap<String, String> parameters) {
    Search asked = Search.of(parameters, "_id", "name", "identifier");
    var staff =
        Catalog.page(register, StaffMember.class, asked, member -> named(member.entry(), asked));
    return SearchBundle.of(
        "Practitioner",
        asked,
        staff.stream().map(Practitioners::practitioner).toList(),
        resource -> Practitioners.provenance("Practitioner", resource));
  }

  private static boolean named(StaffMember member, Search asked) {
    boolean name =
        asked
            .text("name")
            .map(
                wanted ->
                    Catalog.begins(member.familyName(), wanted)
                        || Catalog.begins(member.givenName(), wanted))
            .orElse(true);
    var identifiers = asked.tokens("identifier");
    return name
        && (identifiers.isEmpty()
            || identifiers.stream().anyMatch(token -> Practitioners.identifiedBy(member, token)));
  }

  private Bundle roles(MultivaluedMap<String, String> parameters) {
    Search asked = Search.of(parameters, "_id", "practitioner", "specialty");
    UUID practitioner = asked.reference("practitioner", "Practitioner").orElse(null);
    var specialties = asked.tokens("specialty");
    var staff =
        Catalog.page(
            register,
            StaffMember.class,
            asked,
            member ->
                (practitioner == null || member.id().equals(practitioner))
                    && (specialties.isEmpty()
                        || specialties.stream()
                            .anyMatch(
                                token ->
                                    token.matches(
                                        Practitioners.DISCIPLINE, member.entry().discipline()))));
    return SearchBundle.of(
        "PractitionerRole",
        asked,
        staff.stream().map(member -> Practitioners.role(member, register)).toList(),
        resource -> Practitioners.provenance("PractitionerRole", resource));
  }
}
