package org.daybridge.kit.http;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.UUID;
import org.daybridge.kit.audit.AuditLog;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

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

  public void notVisible(NotVisible thing) {
    write(thing.resource(), thing.id());
  }

  public void forbidden() {
    write(null, null);
  }

  private void write(@Nullable String resource, @Nullable UUID id) {
    if (identity.get().isAnonymous()) {
      return;
    }
    Caller caller = callers.of(identity.get());
    Thread.ofVirtual().name("audit-denial").start(() -> write(caller, resource, id));
  }

  private void write(Caller caller, @Nullable String resource, @Nullable UUID id) {
    try {
      Callers.doing(
          caller,
          () ->
              QuarkusTransaction.requiringNew()
                  .call(
                      () -> {
                        audit.denied(caller, "denied", resource, id);
                        return true;
                      }));
    } catch (RuntimeException e) {
      LOG.errorf("A denial could not be audited: %s", e.getClass().getName());
    }
  }
}
