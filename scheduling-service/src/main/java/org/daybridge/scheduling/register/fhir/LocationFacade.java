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
import org.daybridge.kit.fhir.Provenances;
import org.daybridge.kit.fhir.Search;
import org.daybridge.kit.fhir.SearchBundle;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.scheduling.register.Register;
import org.daybridge.scheduling.register.Registered;
import org.daybridge.scheduling.register.Site;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Location.LocationStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Sites over FHIR. */
@Path("/fhir")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@UnitOfWork
@RunOnVirtualThread
public class LocationFacade {
  private static final String PROFILE =
      "http://hl7.org/fhir/us/core/StructureDefinition/us-core-location";
  private static final String[] PARAMETERS = {
    "_id", "name", "address", "address-city", "address-state", "address-postalcode"
  };

  private final Register register;

  LocationFacade(Register register) {
    this.register = register;
  }

  @GET
  @Path("Location/{id}")
  @PermissionsAllowed("location:read")
  public Response read(UUID id) {
    Registered<Site> site =
        register.find(Site.class, id).orElseThrow(() -> new NotVisible("Location", id));
    return Response.ok(location(site)).header("ETag", "W/\"" + site.version() + "\"").build();
  }

  @GET
  @Path("Location")
  @PermissionsAllowed("location:read")
  public Bundle search(@Context UriInfo uri) {
    return found(uri.getQueryParameters());
  }

  @POST
  @Path("Location/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("location:read")
  public Bundle searchByPost(MultivaluedMap<String, String> form) {
    return found(form);
  }

  private Bundle found(MultivaluedMap<String, String> parameters) {
    Search asked = Search.of(parameters, PARAMETERS);
    var sites = Catalog.page(register, Site.class, asked, site -> matches(site.entry(), asked));
    return SearchBundle.of(
        "Location",
        asked,
        sites.stream().map(LocationFacade::location).toList(),
        LocationFacade::provenance);
  }

  private static boolean matches(Site site, Search asked) {
    Site.Address at = site.address();
    return asked.text("name").map(name -> Catalog.begins(site.name(), name)).orElse(true)
        && asked.text("address").map(text -> at != null && anyPart(at, text)).orElse(true)
        && part(asked, "address-city", at == null ? null : at.city())
        && part(asked, "address-state", at == null ? null : at.state())
        && part(asked, "address-postalcode", at == null ? null : at.postalCode());
  }

  private static boolean anyPart(Site.Address at, String text) {
    return Catalog.begins(at.line(), text)
        || Catalog.begins(at.city(), text)
        || Catalog.begins(at.state(), text)
        || Catalog.begins(at.postalCode(), text);
  }

  private static boolean part(
      Search asked, String name, @org.jspecify.annotations.Nullable String value) {
    return asked
        .text(name)
        .map(wanted -> value != null && Catalog.begins(value, wanted))
        .orElse(true);
  }

  private static Location location(Registered<Site> site) {
    Site entry = site.entry();
    var location = new Location();
    location.setId(site.id().toString());
    location.getMeta().setVersionId(Long.toString(site.version())).addProfile(PROFILE);
    location.addIdentifier().setSystem("urn:daybridge:site").setValue(entry.code());
    location.setStatus(entry.active() ? LocationStatus.ACTIVE : LocationStatus.INACTIVE);
    location.setName(entry.name());
    if (entry.phone() != null) {
      location
          .addTelecom()
          .setSystem(ContactPoint.ContactPointSystem.PHONE)
          .setUse(ContactPoint.ContactPointUse.WORK)
          .setValue(entry.phone());
    }
    Site.Address at = entry.address();
    if (at != null) {
      location
          .getAddress()
          .addLine(at.line())
          .setCity(at.city())
          .setState(at.state())
          .setPostalCode(at.postalCode())
          .setCountry("US");
    }
    location.setManagingOrganization(
        new Reference("Organization/" + Callers.current().organizationId()));
    return location;
  }

  private static Provenance provenance(Resource resource) {
    UUID id = UUID.fromString(resource.getIdElement().getIdPart());
    return Provenances.of(
        "Location", id, madeAt(id), Callers.current().organizationId(), "Organization");
  }

  /** A UUIDv7 begins with the time of its making. */
  static java.time.Instant madeAt(UUID id) {
    return java.time.Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }
}
