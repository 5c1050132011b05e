package org.daybridge.records.directory.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.records.directory.ResourceDirectory;
import org.daybridge.records.directory.ResourceDirectory.Kind;
import org.daybridge.records.directory.ResourceDirectory.Offer;
import org.daybridge.records.directory.ResourceDirectory.Wanted;
import org.jspecify.annotations.Nullable;

/** The resource directory. */
@Path("/api/clinical-records/v1/support-offers")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class ResourceDirectoryResource {

  private final ResourceDirectory directory;

  ResourceDirectoryResource(ResourceDirectory directory) {
    this.directory = directory;
  }

  record OfferBody(
      @NotNull Kind kind,
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Size(max = 100) String place,
      @NotNull @Size(max = 300) String address,
      boolean online,
      @Nullable DayOfWeek day,
      @Nullable LocalTime startsAt,
      @NotNull @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*") String language,
      @NotNull @Size(max = 50) String phone,
      @NotNull LocalDate verifiedOn,
      boolean active) {}

  /** By kind, place, day and language; what is not named does not matter. */
  @GET
  @PermissionsAllowed("support-offer:read")
  public List<Offer> find(
      @QueryParam("kind") @Nullable Kind kind,
      @QueryParam("place") @Nullable @Size(max = 100) String place,
      @QueryParam("day") @Nullable DayOfWeek day,
      @QueryParam("language") @Nullable @Size(max = 35) String language) {
    return directory.find(new Wanted(kind, place, day, language));
  }

  /** Writes one offer; one that is over is set inactive, old plans still say what they said. */
  @PUT
  @Path("{id}")
  @PermissionsAllowed("support-offer:write")
  public Offer put(UUID id, @NotNull @Valid OfferBody body) {
    var offer =
        new Offer(
            id,
            body.kind(),
            body.name(),
            body.place(),
            body.address(),
            body.online(),
            body.day(),
            body.startsAt(),
            body.language(),
            body.phone(),
            body.verifiedOn(),
            body.active());
    directory.put(offer);
    return offer;
  }
}
