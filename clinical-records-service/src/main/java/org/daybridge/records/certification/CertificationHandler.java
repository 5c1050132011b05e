package org.daybridge.records.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.RecordsEvent.CertificationLapsed;
import org.daybridge.contract.records.RecordsEvent.PhysicianCertified;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.kit.timer.Timers;
import org.daybridge.records.certification.Certification.Certified;
import org.daybridge.records.certification.Certification.Limits;
import org.daybridge.records.certification.Certification.Signer;
import org.daybridge.records.certification.Certification.Statement;
import org.daybridge.records.episode.Episodes;
import org.daybridge.records.staff.StaffRegister;

/** Has a physician certify, and sets the clock of the lapse. */
@ApplicationScoped
public class CertificationHandler {

  /** Timer kind of a certification's end; its subject is the certification. */
  public static final String LAPSE = "certification-lapse";

  private static final Set<String> PHYSICIANS = Set.of("MD", "DO", "PHYSICIAN", "PSYCHIATRIST");

  private final Certifications certifications;
  private final Episodes episodes;
  private final StaffRegister staff;
  private final RulePacks packs;
  private final Timers timers;
  private final Outbox outbox;
  private final Clock clock;

  CertificationHandler(
      Certifications certifications,
      Episodes episodes,
      StaffRegister staff,
      RulePacks packs,
      Timers timers,
      Outbox outbox,
      Clock clock) {
    this.outbox = outbox;
    this.certifications = certifications;
    this.episodes = episodes;
    this.staff = staff;
    this.packs = packs;
    this.timers = timers;
    this.clock = clock;
  }

  @Transactional
  public Certification sign(PatientId patient, Statement statement, StaffId by) {
    var episode =
        episodes.latest(patient).orElseThrow(() -> new NotVisible("patient", patient.value()));
    if (!episode.open()) {
      throw RuleRefused.state("episode-is-open", "the last episode of care has ended");
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var today = episode.day(now);
    var pack = packs.on(today);
    var limits =
        new Limits(
            pack.number("certification-days"),
            pack.number("certification-least-hours"),
            pack.version());
    var credentials = staff.credentials(by, "prescriber");
    var certification =
        Certification.sign(
                new CertificationId(Ids.next()),
                new Certified(
                    patient, episode.id(), episode.labels(), certifications.last(episode.id())),
                statement,
                new Signer(by, isPhysician(by), credentials),
                limits,
                now,
                today)
            .orRefuse()
            .next();
    certifications.add(certification);
    timers.schedule(
        LAPSE,
        certification.id().value(),
        certification.lapsesOn().atStartOfDay(episode.zone()).toInstant(),
        null);
    outbox.append(
        new PhysicianCertified(
            certification.id().value(),
            patient,
            certification.episode(),
            certification.kind().name(),
            certification.from(),
            certification.through(),
            certification.hoursPerWeek(),
            certification.signedAt()),
        certification.labels());
    return certification;
  }

  /** The last day is over: unless another certification covers the next, care is not payable. */
  @Transactional
  public void ended(CertificationId id) {
    certifications
        .find(id)
        .filter(ended -> !certifications.covered(ended.episode(), ended.lapsesOn()))
        .filter(
            ended -> episodes.find(ended.episode()).map(episode -> episode.open()).orElse(false))
        .ifPresent(this::lapse);
  }

  private void lapse(Certification ended) {
    certifications.lapsed(ended);
    outbox.append(
        new CertificationLapsed(
            ended.id().value(), ended.patient(), ended.episode(), ended.lapsesOn()),
        ended.labels());
  }

  /** A discipline or a license says so; a role alone does not. */
  public boolean isPhysician(StaffId by) {
    return staff
        .find(by)
        .map(
            member ->
                PHYSICIANS.contains(member.discipline())
                    || member.credentials().licenses().stream()
                        .anyMatch(license -> PHYSICIANS.contains(license.code())))
        .orElse(false);
  }
}
