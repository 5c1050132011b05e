package org.daybridge.intake.program.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.Population;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.intake.program.Program;
import org.daybridge.intake.program.ProgramHandler;
import org.daybridge.intake.program.Programs;
import org.daybridge.intake.program.Track;
import org.daybridge.kit.http.UnitOfWork;

/** Programs and tracks, registered by their codes: putting the same twice changes nothing. */
@Path("/api/intake/v1")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class ProgramResource {
  private final ProgramHandler handler;
  private final Programs programs;

  ProgramResource(ProgramHandler handler, Programs programs) {
    this.handler = handler;
    this.programs = programs;
  }

  /** What a program is called. */
  public record ProgramBody(@NotBlank @Size(max = 200) String name) {}

  /** A track's settings; sites are those that scheduling opened. */
  public record TrackBody(
      @NotBlank @Size(max = 60) String programCode,
      @NotBlank @Size(max = 200) String name,
      @NotNull Population population,
      @NotNull LevelOfCare levelOfCare,
      @NotNull @Pattern(regexp = "DAY|EVENING|HYBRID|CUSTOM") String scheduleModel,
      @NotNull Track.Instrument instrument,
      @Min(1) @Max(52) int plannedWeeks,
      @NotEmpty @Size(max = 50) List<@NotNull SiteId> siteIds,
      boolean active) {}

  /** The role in which somebody oversees the program. */
  public record OversightBody(@NotBlank @Size(max = 40) String role) {}

  @GET
  @Path("programs")
  @PermissionsAllowed("program:read")
  public List<Program> programs() {
    return programs.all();
  }

  @PUT
  @Path("programs/{code}")
  @PermissionsAllowed("program:manage")
  public Program putProgram(
      @Pattern(regexp = "[A-Za-z0-9-]{1,60}") String code, @NotNull @Valid ProgramBody body) {
    return handler.put(code, body.name());
  }

  @GET
  @Path("tracks")
  @PermissionsAllowed("program:read")
  public List<Track> tracks() {
    return programs.tracks();
  }

  @PUT
  @Path("tracks/{code}")
  @PermissionsAllowed("program:manage")
  public Track putTrack(
      @Pattern(regexp = "[A-Za-z0-9-]{1,60}") String code, @NotNull @Valid TrackBody body) {
    return handler.putTrack(
        code,
        new ProgramHandler.Settings(
            body.programCode(),
            body.name(),
            body.population(),
            body.levelOfCare(),
            body.scheduleModel(),
            body.instrument(),
            body.plannedWeeks(),
            body.siteIds(),
            body.active()));
  }

  /** Gives a member of the staff standing sight of the program's patients. */
  @PUT
  @Path("programs/{code}/staff/{staffId}")
  @PermissionsAllowed("program:manage")
  public void oversee(
      @Pattern(regexp = "[A-Za-z0-9-]{1,60}") String code,
      UUID staffId,
      @NotNull @Valid OversightBody body) {
    handler.oversee(code, new StaffId(staffId), body.role());
  }
}
