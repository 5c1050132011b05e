package org.daybridge.scheduling.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Callers;
import org.daybridge.scheduling.attendance.AttendanceBook.Line;
import org.daybridge.scheduling.attendance.AttendanceFact.CheckedIn;
import org.daybridge.scheduling.attendance.AttendanceFact.Method;
import org.daybridge.scheduling.session.Sessions;

/** People check themselves in with the code that is shown where the session takes place. */
@ApplicationScoped
public class CheckInCodeHandler {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration LIFE = Duration.ofMinutes(15);
  private static final int CODES = 1_000_000;

  private final CheckInCodes codes;
  private final Sessions sessions;
  private final AttendanceHandler attendance;
  private final Clock clock;

  CheckInCodeHandler(
      CheckInCodes codes, Sessions sessions, AttendanceHandler attendance, Clock clock) {
    this.codes = codes;
    this.sessions = sessions;
    this.attendance = attendance;
    this.clock = clock;
  }

  /** The code and its end. */
  public record Shown(String code, Instant expiresAt) {}

  @Transactional
  public Shown show(SessionId session) {
    var found = sessions.look(session);
    String code = "%06d".formatted(RANDOM.nextInt(CODES));
    Instant expiresAt = clock.instant().plus(LIFE);
    codes.show(found.id(), code, expiresAt);
    return new Shown(code, expiresAt);
  }

  /** In a transaction of its own: a wrong code stays counted although the request is refused. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public boolean fits(SessionId session, String code) {
    return codes.fits(session, code, clock.instant());
  }

  /** Checks the caller, who is a patient and knows the code, in. */
  @Transactional
  public Line checkIn(SessionId session) {
    var patient = new PatientId(Callers.current().principalId());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    return attendance
        .record(session, List.of(new Statement(patient, List.of(new CheckedIn(now, Method.SELF)))))
        .getFirst();
  }

  /** What is said of a wrong code, whatever is wrong with it. */
  public static RuleRefused refused() {
    return RuleRefused.rule("check-in-code-valid", "the code is wrong or no longer shown");
  }
}
