package org.daybridge.outcomes.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.identity.Labels;
import org.daybridge.outcomes.checkin.CheckIn.Mode;
import org.daybridge.outcomes.episode.Episode;
import org.daybridge.outcomes.episode.Episodes;
import org.jspecify.annotations.Nullable;

/** Takes the check-in of a day: read, keep, have its risk judged, in one transaction. */
@ApplicationScoped
public class CheckInHandler {
  private final CheckIns checkIns;
  private final CheckInForms forms;
  private final Episodes episodes;
  private final Event<CheckedIn> checkedIn;
  private final Clock clock;

  CheckInHandler(
      CheckIns checkIns,
      CheckInForms forms,
      Episodes episodes,
      Event<CheckedIn> checkedIn,
      Clock clock) {
    this.checkIns = checkIns;
    this.forms = forms;
    this.episodes = episodes;
    this.checkedIn = checkedIn;
    this.clock = clock;
  }

  /** What is kept, and whether it is new. */
  public record Kept(CheckIn checkIn, boolean anew) {}

  @Transactional
  public CheckInForm formOf(PatientId patient) {
    return form(visible(patient));
  }

  /**
   * The same answers again on the day change nothing; nor does a copy that comes again after a
   * later revision, known by when it was answered.
   */
  @Transactional
  public Kept record(
      PatientId patient, Mode mode, Map<String, ?> given, @Nullable Instant answeredAt) {
    Episode episode = visible(patient);
    CheckInForm form = form(episode);
    Map<String, BigDecimal> answers = form.read(given);
    Instant now = clock.instant();
    Instant at = (answeredAt == null ? now : answeredAt).truncatedTo(ChronoUnit.MICROS);
    CheckInRules.refusal(at, now).ifPresent(refusal -> refusal.orRefuse());
    LocalDate day = episode.dayOf(at);
    List<CheckIn> before = checkIns.ofDay(episode.id(), day);
    Optional<CheckIn> same =
        before.reversed().stream()
            .filter(one -> one.answers().equals(answers))
            .filter(
                one ->
                    one.revision() == before.size()
                        || answeredAt != null && one.answeredAt().equals(at))
            .findFirst();
    if (same.isPresent()) return new Kept(same.get(), false);
    CheckIn checkIn =
        new CheckIn(
            Ids.next(),
            patient,
            episode.id(),
            episode.labels() | (form.tellsOfSubstanceUse(answers) ? Labels.PART2 : 0),
            day,
            before.size() + 1,
            form.version(),
            mode,
            answers,
            form.alerts(answers),
            form.riskUnknown(answers),
            at,
            now,
            Callers.current().principalId());
    checkIns.add(checkIn);
    checkedIn.fire(new CheckedIn(checkIn, episode));
    return new Kept(checkIn, true);
  }

  private CheckInForm form(Episode episode) {
    return forms.of(episode.population(), episode.trackCode());
  }

  private Episode visible(PatientId patient) {
    return episodes.latestOf(patient).orElseThrow(() -> new NotVisible("Patient", patient.value()));
  }
}
