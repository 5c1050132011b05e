package org.daybridge.records.continuedstay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.NoteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Labels;
import org.daybridge.records.certification.Certifications;
import org.daybridge.records.continuedstay.ContinuedStayPacket.Request;
import org.daybridge.records.continuedstay.Evidence.GoalLine;
import org.daybridge.records.continuedstay.Evidence.PlanLine;
import org.daybridge.records.disclosure.ConsentGate;
import org.daybridge.records.disclosure.Disclosure;
import org.daybridge.records.disclosure.Disclosure.RecipientClass;
import org.daybridge.records.disclosure.Disclosures;
import org.daybridge.records.episode.Episode;
import org.daybridge.records.episode.Episodes;
import org.daybridge.records.plan.ActivePlan;
import org.daybridge.records.plan.Goal;
import org.daybridge.records.plan.TreatmentPlan;
import org.daybridge.records.plan.TreatmentPlans;

/** Assembles a packet and records that it left the house, both or neither. */
@ApplicationScoped
public class PacketHandler {

  private final StayEvidence gathered;
  private final TreatmentPlans plans;
  private final Certifications certifications;
  private final Disclosures disclosures;
  private final Episodes episodes;
  private final Clock clock;

  PacketHandler(
      StayEvidence gathered,
      TreatmentPlans plans,
      Certifications certifications,
      Disclosures disclosures,
      Episodes episodes,
      Clock clock) {
    this.gathered = gathered;
    this.plans = plans;
    this.certifications = certifications;
    this.disclosures = disclosures;
    this.episodes = episodes;
    this.clock = clock;
  }

  /** The packet and the disclosure that it is. */
  public record Sent(ContinuedStayPacket packet, Disclosure disclosure) {}

  @Transactional
  public Sent send(PatientId patient, Request request, String recipient, StaffId by) {
    var episode =
        episodes.latest(patient).orElseThrow(() -> new NotVisible("patient", patient.value()));
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var today = episode.day(now);
    var passage =
        ConsentGate.ask(
                (episode.labels() & Labels.PART2) != 0,
                RecipientClass.HEALTH_PLAN,
                disclosures.consents(patient),
                now,
                today)
            .orRefuse()
            .next();
    var packet =
        ContinuedStayPacket.assemble(
            Ids.next(),
            patient,
            episode.id(),
            request,
            evidence(episode, request, today),
            now,
            today);
    gathered.keep(packet, episode.labels());
    var disclosure =
        new Disclosure(
            Ids.next(),
            patient,
            episode.labels(),
            recipient,
            RecipientClass.HEALTH_PLAN,
            "HPAYMT",
            "CONTINUED_STAY_PACKET",
            packet.id(),
            packet.hash(),
            packet.evidence().notes().stream().map(line -> new NoteId(line.note())).toList(),
            passage.consent(),
            passage.notice(),
            by,
            now);
    disclosures.keep(disclosure);
    return new Sent(packet, disclosure);
  }

  private Evidence evidence(Episode episode, Request request, LocalDate today) {
    return new Evidence(
        plans
            .ofEpisode(episode.id())
            .map(plans::require)
            .flatMap(kept -> kept.value().latest().map(active -> line(kept.value(), active))),
        gathered.weeks(episode, request.from(), request.to()),
        gathered.measures(episode),
        gathered.notes(episode, request.from(), request.to()),
        gathered.sessionsWithoutNote(episode, request.from(), request.to()),
        gathered.riskAlerts(episode),
        certifications.covered(episode.id(), today));
  }

  private static PlanLine line(TreatmentPlan plan, ActivePlan active) {
    return new PlanLine(
        plan.id().value(),
        active.number(),
        active.signed().hash().value(),
        active.reviewDueOn(),
        active.content().prescribedMinutes().values().stream().mapToInt(Integer::intValue).sum(),
        active.content().goals().map(goal -> line(active, goal)).toList());
  }

  private static GoalLine line(ActivePlan active, Goal goal) {
    var latest =
        active.reviews().reversed().stream()
            .flatMap(review -> review.progress().stream())
            .filter(each -> each.goal().equals(goal.id()))
            .map(each -> each.progress().name())
            .findFirst();
    return new GoalLine(
        goal.id().value(), goal.measure(), goal.baseline(), goal.target(), goal.dueOn(), latest);
  }
}
