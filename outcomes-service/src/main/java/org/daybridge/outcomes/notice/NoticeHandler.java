package org.daybridge.outcomes.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.outcomes.RiskCaseId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.outcomes.incident.ReportDue;
import org.daybridge.outcomes.risk.RiskCases;
import org.daybridge.outcomes.risk.RiskHandler;
import org.daybridge.outcomes.risk.Rung;

/** Keeps the targets, raises a notice for each alarm and says what became of it. */
@ApplicationScoped
public class NoticeHandler {
  private static final int SECRET_BYTES = 32;

  private final Notices notices;
  private final NoticeSettings settings;
  private final RiskCases cases;
  private final RiskHandler risk;
  private final RulePacks rules;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  NoticeHandler(
      Notices notices,
      NoticeSettings settings,
      RiskCases cases,
      RiskHandler risk,
      RulePacks rules,
      Clock clock) {
    this.notices = notices;
    this.settings = settings;
    this.cases = cases;
    this.risk = risk;
    this.rules = rules;
    this.clock = clock;
  }

  /** A target and the secret of its signatures, which is told this once. */
  public record Entered(NoticeTarget target, String secret) {}

  @Transactional
  public Entered enter(String name, String address) {
    NoticeTarget target =
        NoticeTarget.entered(Ids.next(), name, address, trusted()).orRefuse().next();
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    String told = HexFormat.of().formatHex(secret);
    notices.add(target, told);
    AuditTrail.created("NoticeTarget", target.id(), null);
    return new Entered(target, told);
  }

  private Set<String> trusted() {
    return settings.trustedHosts().orElse(Set.of());
  }

  @Transactional
  public List<NoticeTarget> targets() {
    return notices.targets();
  }

  @Transactional
  public void deactivate(UUID id) {
    require(id);
    notices.deactivate(id);
    AuditTrail.updated("NoticeTarget", id, null);
  }

  /** Tells the target as if there were an alarm, so that one sees that it is heard. */
  @Transactional
  public void tryOut(UUID id) {
    require(id);
    var _ = notices.raise(Notice.Kind.TRIAL, null, clock.instant(), Optional.of(id));
    AuditTrail.updated("NoticeTarget", id, null);
  }

  private NoticeTarget require(UUID id) {
    return notices.target(id).orElseThrow(() -> new NotVisible("NoticeTarget", id));
  }

  /** What the targets were told of a case that the caller sees. */
  @Transactional
  public List<Notice> of(RiskCaseId id) {
    cases.require(id);
    return notices.of(id.value());
  }

  /** In the transaction of the alarm: either both are kept or none. */
  void rung(@Observes Rung rung) {
    var _ = notices.raise(Notice.Kind.ALARM, rung.riskCase().value(), rung.at(), Optional.empty());
  }

  /** In the transaction of the timer that found it. */
  void reportDue(@Observes ReportDue due) {
    var _ = notices.raise(Notice.Kind.REPORT_DUE, null, due.at(), Optional.empty());
  }

  @Transactional
  public List<Notices.Due> take(Duration lease, int most) {
    return notices.take(clock.instant(), lease, most);
  }

  /** Opened for each notice alone: one that can't be opened keeps no other notice waiting. */
  @Transactional
  public Optional<String> secret(Notices.Due due) {
    return notices.secret(due.target());
  }

  /** The target said that it has it. */
  @Transactional
  public void delivered(Notices.Due due, String answer) {
    notices.delivered(due.notice(), answer, clock.instant());
  }

  /**
   * The target could not be told. It is tried again until the time of the notice is over; when no
   * target could be told of an alarm, the next in the chain is alarmed at once.
   */
  @Transactional
  public void notDelivered(Notices.Due due, String answer) {
    Instant now = clock.instant();
    Instant next = now.plus(Notice.pause(due.attempts()));
    if (next.isBefore(due.raisedAt().plus(patience(now)))) {
      notices.again(due.notice(), answer, next);
      return;
    }
    notices.failed(due.notice(), answer, now);
    UUID riskCase = due.riskCase();
    if (riskCase != null && notices.allFailed(riskCase, due.raisedAt())) {
      risk.unheard(new RiskCaseId(riskCase));
    }
  }

  private Duration patience(Instant now) {
    return Duration.ofMinutes(
        rules.on(LocalDate.ofInstant(now, ZoneOffset.UTC)).number("notice-patience-minutes"));
  }
}
