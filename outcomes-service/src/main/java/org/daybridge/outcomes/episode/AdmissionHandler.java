package org.daybridge.outcomes.episode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import org.daybridge.contract.intake.IntakeEvent.PatientAdmitted;
import org.daybridge.contract.intake.IntakeEvent.PatientDetailsChanged;
import org.daybridge.contract.intake.IntakeEvent.PatientDischarged;
import org.daybridge.contract.intake.IntakeEvent.StepChangeDecided;
import org.daybridge.kit.identity.Labels;

/** Takes in what intake decides of an episode, and tells the other features of this service. */
@ApplicationScoped
public class AdmissionHandler {
  /** An episode began: its baseline battery opens. */
  public record Opened(Episode episode) {}

  /** An episode ended: what is still due closes. */
  public record Ended(Episode episode) {}

  /** The level of care was decided: a proposal about it is settled. */
  public record LevelDecided(Episode episode) {}

  private final Episodes episodes;
  private final Event<Opened> opened;
  private final Event<Ended> ended;
  private final Event<LevelDecided> decided;

  AdmissionHandler(
      Episodes episodes, Event<Opened> opened, Event<Ended> ended, Event<LevelDecided> decided) {
    this.episodes = episodes;
    this.opened = opened;
    this.ended = ended;
    this.decided = decided;
  }

  @Transactional
  public void admit(PatientAdmitted admitted) {
    int labels = admitted.population().isPart2() ? Labels.MENTAL | Labels.PART2 : Labels.MENTAL;
    Episode episode =
        new Episode(
            admitted.episodeId(),
            admitted.patientId(),
            labels,
            admitted.trackCode(),
            admitted.population(),
            admitted.levelOfCare(),
            ZoneId.of(admitted.siteZone()),
            admitted.admittedAt(),
            admitted.admittedOn(),
            admitted.plannedWeeks(),
            admitted.birthDate(),
            admitted.sexCode(),
            admitted.primaryClinician().value(),
            null);
    episodes.add(episode);
    opened.fire(new Opened(episode));
  }

  @Transactional
  public void discharge(PatientDischarged discharged) {
    episodes.discharge(discharged);
    episodes.find(discharged.episodeId()).ifPresent(episode -> ended.fire(new Ended(episode)));
  }

  @Transactional
  public void changeLevel(StepChangeDecided change) {
    episodes
        .find(change.episodeId())
        .ifPresent(episode -> episodes.changeLevel(episode, change.to(), change.effectiveAt()));
    episodes.find(change.episodeId()).ifPresent(episode -> decided.fire(new LevelDecided(episode)));
  }

  @Transactional
  public void changeDetails(PatientDetailsChanged changed) {
    episodes.changeDetails(changed.patientId(), changed.birthDate(), changed.sexCode());
  }
}
