package org.daybridge.intake.careteam;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.intake.patient.Patient;
import org.daybridge.intake.patient.Patients;
import org.daybridge.intake.program.Programs;
import org.daybridge.intake.program.Staff;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;

/** Puts members of the staff on a patient's care team and takes them off. */
@ApplicationScoped
@Transactional
public class CareTeamHandler {
  private final CareTeams teams;
  private final Patients patients;
  private final Programs programs;
  private final AccessHandler access;
  private final Clock clock;

  CareTeamHandler(
      CareTeams teams, Patients patients, Programs programs, AccessHandler access, Clock clock) {
    this.teams = teams;
    this.patients = patients;
    this.programs = programs;
    this.access = access;
    this.clock = clock;
  }

  /** Adds a member; one who is on the team already stays as is. */
  public List<CareTeams.Member> add(PatientId patientId, StaffId staffId, String role) {
    Patient patient = patients.require(patientId);
    Staff staff =
        programs
            .staff(staffId)
            .filter(Staff::active)
            .orElseThrow(
                () ->
                    RuleRefused.rule(
                        "staff-is-known", "No active member of the staff has this id."));
    if (!staff.roles().contains(role)) {
      throw RuleRefused.rule(
          "staff-holds-the-role", "This member of the staff does not hold the role " + role + ".");
    }
    List<CareTeams.Member> team = teams.of(patientId);
    if (team.stream().noneMatch(member -> member.staffId().equals(staffId))) {
      teams.add(
          patientId,
          new CareTeams.Member(
              staffId, role, access.joinCareTeam(patientId, staffId), clock.instant()),
          patient.labels());
    }
    return teams.of(patientId);
  }

  /** Takes a member off the team: the access ends in every service within two seconds. */
  public List<CareTeams.Member> remove(PatientId patientId, StaffId staffId) {
    patients.require(patientId);
    Optional<CareTeams.Member> member =
        teams.of(patientId).stream().filter(m -> m.staffId().equals(staffId)).findFirst();
    if (member.isEmpty()) {
      throw new NotVisible("CareTeamMember", staffId.value());
    }
    teams.end(patientId, member.get().grantId(), clock.instant());
    List<CareTeams.Member> rest = teams.of(patientId);
    access.leaveCareTeam(member.get().grantId());
    return rest;
  }
}
