package org.daybridge.scheduling.obligation.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.scheduling.obligation.Obligation;
import org.daybridge.scheduling.obligation.ObligationHandler;
import org.jspecify.annotations.Nullable;

/** What fills a patient's week beside care, as the patient enters it: the whole week at once. */
@Path("/api/scheduling/v1/patients/{patient}/obligations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class ObligationResource {
  /** One block of the week, on the wall clock of the patient's site. */
  public record BlockBody(
      Obligation.@NotNull Kind kind,
      @NotNull Boolean hard,
      @NotNull DayOfWeek day,
      @NotNull LocalTime from,
      @NotNull LocalTime to,
      @NotNull LocalDate validFrom,
      @Nullable LocalDate validTo) {
    static BlockBody of(Obligation one) {
      return new BlockBody(
          one.kind(),
          one.hard(),
          one.day(),
          one.from(),
          one.to(),
          one.validFrom(),
          one.validTo().orElse(null));
    }
  }

  /** The whole week. */
  public record WeekBody(@NotNull @Size(max = 100) List<@Valid @NotNull BlockBody> blocks) {}

  private final ObligationHandler handler;

  ObligationResource(ObligationHandler handler) {
    this.handler = handler;
  }

  @GET
  @PermissionsAllowed("obligation:read")
  public WeekBody read(UUID patient) {
    return view(handler.read(new PatientId(patient)));
  }

  @PUT
  @PermissionsAllowed("obligation:write")
  public WeekBody replace(UUID patient, @Valid @NotNull WeekBody body) {
    List<Obligation> week =
        body.blocks().stream()
            .map(
                block ->
                    new Obligation(
                        block.kind(),
                        block.hard(),
                        block.day(),
                        block.from(),
                        block.to(),
                        block.validFrom(),
                        Optional.ofNullable(block.validTo())))
            .toList();
    return view(handler.replace(new PatientId(patient), week));
  }

  private static WeekBody view(List<Obligation> week) {
    return new WeekBody(week.stream().map(BlockBody::of).toList());
  }
}
