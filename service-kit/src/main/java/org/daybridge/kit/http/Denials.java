package org.daybridge.kit.http;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import org.daybridge.kit.audit.AuditLog;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.DatabaseRefusal;
import org.jboss.logging.Logger;

/**
 * Audits what was asked for and not given, in a transaction of its own: the work's was rolled back.
 */
@ApplicationScoped
public class Denials {
  private static final Logger LOG = Logger.getLogger(Denials.class);

  private final Instance<SecurityIdentity> identity;
  private final CallerOfRequest callers;
  private final AuditLog audit;

  Denials(Instance<SecurityIdentity> identity, CallerOfRequest callers, AuditLog audit) {
    this.identity = identity;
    this.callers = callers;
    this.audit = audit;
  }

  /** A unit of work ended in a refusal. While the database is away there is nowhere to write. */
  void refused(Caller caller, String operation, AuditTrail trail, Exception refused) {
    if (DatabaseRefusal.isPassing(refused)) {
      return;
    }
    write(caller, () -> write(caller, operation, trail, refused));
  }

  private void write(Caller caller, String operation, AuditTrail trail, Exception refused) {
    switch (refused) {
      case NotVisible thing -> audit.denied(caller, operation, thing.resource(), thing.id());
      case ForbiddenException _ -> audit.denied(caller, operation, null, null);
      default ->
          audit.write(
              caller, operation, trail, AuditTrail.Action.EXECUTED, AuditLog.Outcome.REFUSED);
    }
  }

  /**
   * The access matrix refused an operation before its unit of work began; the answer waits for the
   * audit row. Security decides on the event loop, so the row is written from another thread.
   */
  public <T> Uni<T> forbidden(String operation, T answer) {
    Optional<Caller> caller = callers.ofDenied(identity.get());
    if (caller.isEmpty()) {
      return Uni.createFrom().item(answer);
    }
    return Uni.createFrom()
        .item(
            () -> {
              write(caller.get(), () -> audit.denied(caller.get(), operation, null, null));
              return answer;
            })
        .runSubscriptionOn(work -> Thread.ofVirtual().name("audit-denial").start(work));
  }

  private static void write(Caller caller, Runnable row) {
    try {
      Callers.doing(
          caller.onlyReading(false),
          () -> {
            QuarkusTransaction.requiringNew().run(row);
            return true;
          });
    } catch (RuntimeException e) {
      LOG.errorf("A denial could not be audited: %s", e.getClass().getName());
    }
  }
}
