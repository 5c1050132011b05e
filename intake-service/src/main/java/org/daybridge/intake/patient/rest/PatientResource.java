package org.daybridge.intake.patient.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.intake.patient.Patient;
import org.daybridge.intake.patient.PatientHandler;
import org.daybridge.intake.patient.PatientSearch;
import org.daybridge.intake.patient.Patients;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.jspecify.annotations.Nullable;

/** Patients: read one, names by ids, search by POST, correct, record a death. */
@Path("/api/intake/v1/patients")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class PatientResource {
  private static final int MOST_IDS = 200;

  private final Patients patients;
  private final PatientSearch search;
  private final PatientHandler handler;

  PatientResource(Patients patients, PatientSearch search, PatientHandler handler) {
    this.patients = patients;
    this.search = search;
    this.handler = handler;
  }

  /** The corrected details; all of them, since what is left out is unknown. */
  public record Details(
      @NotBlank @Size(max = 100) String familyName,
      @NotBlank @Size(max = 100) String givenName,
      @NotNull LocalDate birthDate,
      Patient.@NotNull Sex sex,
      @Size(max = 40) @Nullable String phone,
      @Size(max = 200) @Nullable String email,
      @Size(max = 500) @Nullable String address,
      @Size(max = 20) @Nullable String preferredLanguage,
      boolean discreetContact) {}

  /** Part of a name, a birth date, or both. In the body, so that no name gets into a log. */
  public record SearchBody(
      @Size(min = 2, max = 100) @Nullable String name,
      @Nullable LocalDate birthDate,
      @Nullable Integer limit,
      @Size(max = 400) @Nullable String cursor) {}

  /** When the person died. */
  public record Death(@NotNull Instant diedAt) {}

  /**
   * Names of up to 200 patients by their ids, separated by commas; ids not visible are left out.
   */
  @GET
  @PermissionsAllowed("patient:read")
  public Page<PatientSearch.Line> byIds(@QueryParam("ids") @NotBlank @Size(max = 8000) String ids) {
    List<UUID> wanted;
    try {
      wanted = Arrays.stream(ids.split(",", -1)).map(UUID::fromString).toList();
    } catch (IllegalArgumentException e) {
      throw BadRequest.field("ids", "must be ids separated by commas");
    }
    if (wanted.size() > MOST_IDS) {
      throw BadRequest.field("ids", "must be at most " + MOST_IDS);
    }
    return new Page<>(search.byIds(wanted), null);
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("patient:read")
  public Response read(UUID id) {
    return answer(patients.require(new PatientId(id)));
  }

  /** Searches among the patients that the caller can see. */
  @POST
  @Path("search")
  @PermissionsAllowed("patient:search")
  public Page<PatientSearch.Line> search(@NotNull @Valid SearchBody body) {
    PageRequest page = PageRequest.of(body.limit(), body.cursor());
    return Page.of(
        search.search(body.name(), body.birthDate(), after(page), page.rows()),
        page,
        line -> line.id().toString());
  }

  @PUT
  @Path("{id}")
  @PermissionsAllowed("patient:update")
  public Response correct(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Details body) {
    return answer(
        handler.correct(
            new PatientId(id),
            ifMatch,
            new Patient.Name(body.familyName(), body.givenName()),
            body.birthDate(),
            body.sex(),
            new Patient.Contact(
                body.phone(),
                body.email(),
                body.address(),
                body.preferredLanguage(),
                body.discreetContact())));
  }

  /** Records a death: every service stops outward contact. */
  @POST
  @Path("{id}/death")
  @PermissionsAllowed("patient:update")
  public Response died(UUID id, @NotNull @Valid Death body) {
    return answer(handler.died(new PatientId(id), body.diedAt()));
  }

  private static @Nullable UUID after(PageRequest page) {
    try {
      return page.after() == null ? null : UUID.fromString(page.after());
    } catch (IllegalArgumentException e) {
      throw BadRequest.field("cursor", "is not one that this list gave");
    }
  }

  private static Response answer(Patient patient) {
    return Response.ok(PatientView.of(patient)).header("ETag", ETags.of(patient.version())).build();
  }
}
