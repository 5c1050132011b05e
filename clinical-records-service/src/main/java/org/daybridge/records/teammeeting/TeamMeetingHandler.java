package org.daybridge.records.teammeeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.certification.CertificationHandler;
import org.daybridge.records.episode.Episode;
import org.daybridge.records.episode.Episodes;
import org.daybridge.records.plan.TreatmentPlans;
import org.daybridge.records.signing.Versioned;
import org.daybridge.records.staff.StaffRegister;
import org.daybridge.records.task.CareTask;
import org.daybridge.records.task.CareTasks;
import org.daybridge.records.teammeeting.AgendaItem.Decided;
import org.daybridge.records.teammeeting.TeamMeeting.Signer;

/**
 * Convenes, decides and signs; what was decided becomes tasks with the signature, or not at all.
 */
@ApplicationScoped
public class TeamMeetingHandler {

  private static final int MOST_PATIENTS = 60;

  private final TeamMeetings meetings;
  private final TreatmentPlans plans;
  private final Episodes episodes;
  private final StaffRegister staff;
  private final CertificationHandler certifications;
  private final CareTasks tasks;
  private final Clock clock;

  TeamMeetingHandler(
      TeamMeetings meetings,
      TreatmentPlans plans,
      Episodes episodes,
      StaffRegister staff,
      CertificationHandler certifications,
      CareTasks tasks,
      Clock clock) {
    this.meetings = meetings;
    this.plans = plans;
    this.episodes = episodes;
    this.staff = staff;
    this.certifications = certifications;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** Without named patients the agenda is the caller's caseload, those at risk first. */
  @Transactional
  public Versioned<TeamMeeting> convene(
      UUID id, LocalDate heldOn, StaffId by, List<StaffId> attendees, List<PatientId> patients) {
    var named = patients.isEmpty() ? meetings.caseload(MOST_PATIENTS) : patients;
    var items = named.stream().distinct().limit(MOST_PATIENTS).map(this::item).toList();
    var proposed =
        new TeamMeeting(id, heldOn, by, attendees, items.size(), new TeamMeeting.State.Open());
    return meetings.add(TeamMeeting.convene(proposed).orRefuse().next(), items);
  }

  @Transactional
  public AgendaItem decide(
      UUID id, PatientId patient, String text, StaffId owner, LocalDate dueOn) {
    var meeting = meetings.require(id).value();
    var item =
        meetings.items(id).stream()
            .filter(each -> each.patient().equals(patient))
            .findFirst()
            .orElseThrow(() -> new NotVisible("agenda-item", patient.value()));
    var me = new StaffId(Callers.current().principalId());
    var decided =
        meeting.decide(item, new Decided(text, owner, dueOn, me, now())).orRefuse().next();
    meetings.decide(id, decided);
    return decided;
  }

  @Transactional
  public Versioned<TeamMeeting> sign(UUID id, IntConsumer precondition, StaffId by) {
    var kept = meetings.require(id);
    precondition.accept(kept.version());
    var now = now();
    var items = meetings.items(id);
    var signer =
        new Signer(
            by,
            certifications.isPhysician(by),
            staff.credentials(by, "prescriber").asOf(kept.value().heldOn()));
    var signed = kept.value().sign(signer, items, now).orRefuse().next();
    items.forEach(item -> item.decided().ifPresent(decided -> ask(id, item, decided, now)));
    return meetings.save(signed, kept.version());
  }

  private void ask(UUID meeting, AgendaItem item, Decided decided, Instant now) {
    tasks.add(
        new CareTask(
            Ids.next(),
            item.patient(),
            item.labels(),
            decided.owner(),
            decided.text(),
            decided.dueOn(),
            decided.by(),
            now,
            Optional.of(meeting),
            new CareTask.State.Open()));
  }

  private AgendaItem item(PatientId patient) {
    var episode =
        episodes.latest(patient).orElseThrow(() -> new NotVisible("patient", patient.value()));
    return new AgendaItem(
        patient,
        episode.labels(),
        meetings.standing(episode, prescribed(episode), episode.day(now())),
        Optional.empty());
  }

  private int prescribed(Episode episode) {
    return plans
        .ofEpisode(episode.id())
        .map(plans::require)
        .flatMap(plan -> plan.value().latest())
        .map(active -> active.content().prescribedMinutes().values().stream())
        .map(minutes -> minutes.mapToInt(Integer::intValue).sum())
        .orElse(0);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
