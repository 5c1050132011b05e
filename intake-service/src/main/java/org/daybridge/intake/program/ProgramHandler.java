package org.daybridge.intake.program;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybridge.contract.intake.IntakeEvent.TrackChanged;
import org.daybridge.contract.intake.IntakeEvent.TrackOpened;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.Population;
import org.daybridge.contract.intake.ProgramId;
import org.daybridge.contract.intake.TrackId;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.outbox.Outbox;

/**
 * Registers programs and tracks by their codes: the same again changes nothing and announces
 * nothing.
 */
@ApplicationScoped
@Transactional
public class ProgramHandler {
  /** Roles that oversee a program's patients as their work. */
  private static final Set<String> OVERSIGHT =
      Set.of(
          "program_director",
          "clinical_director",
          "supervisor",
          "prescriber",
          "nurse",
          "intake_coordinator",
          "scheduler",
          "support_staff",
          "utilization_reviewer",
          "biller");

  private final Programs programs;
  private final Outbox outbox;

  ProgramHandler(Programs programs, Outbox outbox) {
    this.programs = programs;
    this.outbox = outbox;
  }

  public Program put(String code, String name) {
    Optional<Program> present = programs.program(code);
    Program wanted =
        new Program(
            present.map(Program::id).orElseGet(() -> new ProgramId(Ids.next())), code, name);
    if (present.isEmpty() || !present.get().equals(wanted)) {
      programs.save(wanted);
    }
    return wanted;
  }

  /** A track's settings, by its code. */
  public record Settings(
      String programCode,
      String name,
      Population population,
      LevelOfCare levelOfCare,
      String scheduleModel,
      Track.Instrument instrument,
      int plannedWeeks,
      List<SiteId> sites,
      boolean active) {}

  public Track putTrack(String code, Settings settings) {
    Program program =
        programs
            .program(settings.programCode())
            .orElseThrow(
                () -> RuleRefused.rule("program-is-known", "There is no program with this code."));
    Optional<Track> present = programs.track(code);
    Track wanted =
        new Track(
            present.map(Track::id).orElseGet(() -> new TrackId(Ids.next())),
            program.id(),
            code,
            settings.name(),
            settings.population(),
            settings.levelOfCare(),
            settings.scheduleModel(),
            settings.instrument(),
            settings.plannedWeeks(),
            settings.sites(),
            settings.active());
    if (present.isPresent() && present.get().equals(wanted)) {
      return wanted;
    }
    programs.save(wanted);
    announce(wanted, present.isEmpty());
    return wanted;
  }

  /**
   * Gives a member of the staff standing sight of the program's patients, for the work of the role.
   */
  public void oversee(String programCode, StaffId staff, String role) {
    if (!OVERSIGHT.contains(role)) {
      throw RuleRefused.rule(
          "role-oversees-programs", "The role " + role + " does not oversee programs.");
    }
    Program program =
        programs
            .program(programCode)
            .orElseThrow(
                () -> RuleRefused.rule("program-is-known", "There is no program with this code."));
    programs.addOverseer(program.id(), staff, role);
  }

  private void announce(Track track, boolean opened) {
    outbox.append(
        opened
            ? new TrackOpened(
                track.id(),
                track.program(),
                track.code(),
                track.population(),
                track.levelOfCare(),
                track.scheduleModel(),
                track.sites(),
                track.active())
            : new TrackChanged(
                track.id(),
                track.program(),
                track.code(),
                track.population(),
                track.levelOfCare(),
                track.scheduleModel(),
                track.sites(),
                track.active()));
  }
}
