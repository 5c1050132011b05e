package org.daybridge.intake.careteam.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.intake.careteam.CareTeamHandler;
import org.daybridge.intake.careteam.CareTeams;
import org.daybridge.intake.patient.Patients;
import org.daybridge.kit.http.UnitOfWork;

/** A patient's care team. Being on it is what lets a member see the record. */
@Path("/api/intake/v1/patients/{patientId}/care-team")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class CareTeamResource {
  private final CareTeamHandler handler;
  private final CareTeams teams;
  private final Patients patients;

  CareTeamResource(CareTeamHandler handler, CareTeams teams, Patients patients) {
    this.handler = handler;
    this.teams = teams;
    this.patients = patients;
  }

  /** Who joins, in which of the roles that the person holds. */
  public record NewMember(@NotNull StaffId staffId, @NotBlank @Size(max = 40) String role) {}

  @GET
  @PermissionsAllowed("care-team:read")
  public List<CareTeams.Member> read(UUID patientId) {
    PatientId patient = new PatientId(patientId);
    patients.require(patient);
    return teams.of(patient);
  }

  @POST
  @PermissionsAllowed("care-team:manage")
  public List<CareTeams.Member> add(UUID patientId, @NotNull @Valid NewMember body) {
    return handler.add(new PatientId(patientId), body.staffId(), body.role());
  }

  @DELETE
  @Path("{staffId}")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("care-team:manage")
  public List<CareTeams.Member> remove(UUID patientId, UUID staffId) {
    return handler.remove(new PatientId(patientId), new StaffId(staffId));
  }
}
