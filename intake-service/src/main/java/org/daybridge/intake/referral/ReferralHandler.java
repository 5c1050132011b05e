package org.daybridge.intake.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.daybridge.contract.intake.IntakeEvent;
import org.daybridge.contract.intake.IntakeEvent.PatientDetailsChanged;
import org.daybridge.contract.intake.IntakeEvent.PriorMedicationReported;
import org.daybridge.contract.intake.IntakeEvent.ReferralReceived;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.intake.careteam.AccessHandler;
import org.daybridge.intake.patient.PatientIntake;
import org.daybridge.intake.program.Programs;
import org.daybridge.intake.program.Track;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Receives, accepts and declines referrals. */
@ApplicationScoped
@Transactional
public class ReferralHandler {
  private final Referrals referrals;
  private final PatientIntake people;
  private final Programs programs;
  private final AccessHandler access;
  private final Outbox outbox;
  private final Clock clock;

  ReferralHandler(
      Referrals referrals,
      PatientIntake people,
      Programs programs,
      AccessHandler access,
      Outbox outbox,
      Clock clock) {
    this.referrals = referrals;
    this.people = people;
    this.programs = programs;
    this.access = access;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The referral with its person, and whether the person was known before. */
  public record Received(Referral referral, boolean personWasKnown) {}

  /**
   * Receives a referral: the person is matched or recorded, those who receive the program's
   * referrals can see it, and reported medications and allergies go on to be reconciled.
   */
  public Received receive(NewReferral asked) {
    Track track =
        programs
            .track(asked.trackCode())
            .filter(Track::active)
            .orElseThrow(
                () -> RuleRefused.rule("track-is-open", "There is no open track with this code."));
    Instant now = clock.instant();
    if (asked.person().birthDate().isAfter(LocalDate.now(clock))) {
      throw RuleRefused.rule("birth-date-is-past", "The birth date lies in the future.");
    }
    int labels = labels(track, asked.items());
    PatientIntake.Matched person = people.matchOrAdd(asked.person(), labels);
    access.openIntake(person.id(), programs.receivers(track.program()));
    people.label(person.id(), labels);
    Referral referral =
        new Referral(
            new ReferralId(Ids.next()),
            person.id(),
            track.id(),
            asked.source(),
            asked.channel(),
            asked.urgency(),
            asked.firstContactAt() == null ? now : asked.firstContactAt(),
            now,
            labels,
            new Referral.State.Open(),
            0);
    referrals.add(referral, asked.items());
    announce(referral, track, asked, person);
    return new Received(referral, person.known());
  }

  public Referral accept(ReferralId id, LocalDate assessmentOn, List<StaffId> assessors) {
    Referral referral = keep(referrals.require(id).accept(assessmentOn, LocalDate.now(clock)));
    access.openAssessment(referral.patient(), assessors);
    return referral;
  }

  public Referral decline(ReferralId id, String reason, @Nullable String sentTo) {
    Referral referral = keep(referrals.require(id).decline(reason, sentTo, clock.instant()));
    access.closeIntakeLater(referral.patient());
    return referral;
  }

  private Referral keep(Decision<Referral, IntakeEvent> decision) {
    Decision.Applied<Referral, IntakeEvent> applied = decision.orRefuse();
    referrals.save(applied.next());
    applied.events().forEach(event -> outbox.append(event, applied.next().labels()));
    return referrals.require(applied.next().id());
  }

  /** Part 2 by the program, or by a substance-use diagnosis on another one. */
  private static int labels(Track track, List<ReportedItem> items) {
    boolean part2 =
        track.population().isPart2() || items.stream().anyMatch(ReportedItem::namesSubstanceUse);
    return part2 ? Labels.PART2 | Labels.MENTAL : Labels.MENTAL;
  }

  private void announce(
      Referral referral, Track track, NewReferral asked, PatientIntake.Matched person) {
    List<IntakeEvent> events = new ArrayList<>();
    if (!person.known()) {
      events.add(
          new PatientDetailsChanged(
              person.id(), asked.person().birthDate(), asked.person().sex().code(), null));
    }
    events.add(
        new ReferralReceived(
            referral.id(),
            referral.patient(),
            referral.source().name(),
            referral.channel().name(),
            referral.urgency().name(),
            track.code(),
            referral.firstContactAt()));
    asked.items().stream()
        .filter(
            item ->
                item.kind() == ReportedItem.Kind.MEDICATION
                    || item.kind() == ReportedItem.Kind.ALLERGY)
        .forEach(item -> events.add(reported(referral.patient(), referral.id(), item)));
    events.forEach(event -> outbox.append(event, referral.labels()));
  }

  private static PriorMedicationReported reported(
      PatientId patient, ReferralId referral, ReportedItem item) {
    return new PriorMedicationReported(
        item.id(),
        patient,
        referral,
        item.kind().name(),
        item.codeSystem(),
        item.code(),
        item.criticality());
  }
}
