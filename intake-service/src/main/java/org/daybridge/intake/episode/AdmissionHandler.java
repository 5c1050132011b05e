package org.daybridge.intake.episode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.daybridge.contract.intake.AssessmentKind;
import org.daybridge.contract.intake.ConsentType;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.IntakeEvent.PatientAdmitted;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.intake.assessment.Assessments;
import org.daybridge.intake.careteam.AccessHandler;
import org.daybridge.intake.careteam.CareTeams;
import org.daybridge.intake.consent.Consents;
import org.daybridge.intake.levelofcare.Placements;
import org.daybridge.intake.patient.Patient;
import org.daybridge.intake.patient.Patients;
import org.daybridge.intake.program.Programs;
import org.daybridge.intake.program.Site;
import org.daybridge.intake.program.Track;
import org.daybridge.intake.referral.Referral;
import org.daybridge.intake.referral.Referrals;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.kit.rulepack.RulePack;
import org.daybridge.kit.rulepack.RulePacks;
import org.jspecify.annotations.Nullable;

/**
 * Admits a person to a track: gathers what the rules ask for, opens the episode, tells everybody.
 */
@ApplicationScoped
@Transactional
public class AdmissionHandler {
  private final Referrals referrals;
  private final Patients patients;
  private final Assessments assessments;
  private final Placements placements;
  private final Consents consents;
  private final CareTeams teams;
  private final Programs programs;
  private final Episodes episodes;
  private final AccessHandler access;
  private final RulePacks rules;
  private final Outbox outbox;
  private final Clock clock;

  AdmissionHandler(
      Referrals referrals,
      Patients patients,
      Assessments assessments,
      Placements placements,
      Consents consents,
      CareTeams teams,
      Programs programs,
      Episodes episodes,
      AccessHandler access,
      RulePacks rules,
      Outbox outbox,
      Clock clock) {
    this.referrals = referrals;
    this.patients = patients;
    this.assessments = assessments;
    this.placements = placements;
    this.consents = consents;
    this.teams = teams;
    this.programs = programs;
    this.episodes = episodes;
    this.access = access;
    this.rules = rules;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Where to, with whom, how paid and for how long. */
  public record Request(
      SiteId site,
      StaffId primaryClinician,
      Episode.Coverage coverage,
      @Nullable Integer plannedWeeks) {}

  public Episode admit(ReferralId referralId, Request request) {
    Referral referral = referrals.require(referralId);
    Referral admitted = referral.admitted().orRefuse().next();
    PatientId patientId = referral.patient();
    if (episodes.active(patientId).isPresent()) {
      throw RuleRefused.state("one-active-episode", "The patient has an active episode already.");
    }
    Track track = programs.requireTrack(referral.track());
    Site site =
        programs
            .site(request.site())
            .orElseThrow(() -> RuleRefused.rule("site-is-known", "No open site has this id."));
    RulePack pack = rules.on(LocalDate.now(clock));
    int weeks = request.plannedWeeks() == null ? track.plannedWeeks() : request.plannedWeeks();
    gathered(referral, track, request, weeks, pack).check().orRefuse();
    Patient patient = patients.require(patientId);
    Episode episode = opened(referral, track, site, request, weeks, pack);
    access.admit(patientId, programs.overseers(track.program()));
    episodes.add(episode);
    referrals.save(admitted);
    outbox.append(announced(episode, patient), episode.labels());
    return episode;
  }

  private Admission gathered(
      Referral referral, Track track, Request request, int weeks, RulePack pack) {
    Set<AssessmentKind> assessed =
        assessments.of(referral.id()).stream()
            .map(org.daybridge.intake.assessment.Assessment::kind)
            .collect(Collectors.toSet());
    boolean onTeam =
        teams.of(referral.patient()).stream()
            .anyMatch(member -> member.staffId().equals(request.primaryClinician()));
    return new Admission(
        track,
        request.site(),
        assessed,
        placements.chosen(referral.id()).orElse(null),
        consents.holds(referral.patient(), ConsentType.TREATMENT, LocalDate.now(clock)),
        onTeam,
        weeks,
        pack.number("planned-weeks-most"));
  }

  private Episode opened(
      Referral referral, Track track, Site site, Request request, int weeks, RulePack pack) {
    Instant now = clock.instant();
    Optional<EpisodeId> prior = episodes.last(referral.patient()).map(Episode::id);
    int labels =
        referral.labels() | Labels.MENTAL | (track.population().isPart2() ? Labels.PART2 : 0);
    return new Episode(
        new EpisodeId(Ids.next()),
        referral.patient(),
        referral.id(),
        prior.orElse(null),
        new Episode.Place(
            track.program(), track.id(), track.code(), track.population(), site.id(), site.zone()),
        request.primaryClinician(),
        request.coverage(),
        now,
        weeks,
        track.levelOfCare(),
        new Episode.State.Active(),
        pack.version(),
        labels,
        0);
  }

  private static PatientAdmitted announced(Episode episode, Patient patient) {
    Episode.Place place = episode.place();
    return new PatientAdmitted(
        episode.id(),
        episode.patient(),
        episode.prior(),
        episode.referral(),
        place.program(),
        place.track(),
        place.trackCode(),
        place.population(),
        episode.levelOfCare(),
        place.site(),
        place.zone().getId(),
        episode.admittedAt(),
        LocalDate.ofInstant(episode.admittedAt(), place.zone()),
        episode.plannedWeeks(),
        patient.birthDate(),
        patient.sex().code(),
        episode.primaryClinician(),
        episode.rulePack());
  }

  /** The open tasks of the caller after discharges that were not planned. */
  public List<Episodes.Task> myTasks() {
    return episodes.openTasks(Callers.current().principalId());
  }
}
