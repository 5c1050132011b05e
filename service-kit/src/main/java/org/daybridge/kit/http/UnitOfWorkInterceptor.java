package org.daybridge.kit.http;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import org.daybridge.kit.audit.AuditLog;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.jspecify.annotations.Nullable;

/**
 * Puts an endpoint's method into its unit of work. Change, kept answer and audit row commit
 * together before the answer leaves; a read's row commits with those of other reads; what was
 * refused rolls back and leaves its audit row alone.
 */
@UnitOfWork
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class UnitOfWorkInterceptor {
  private final SecurityIdentity identity;
  private final CallerOfRequest callers;
  private final AuditLog audit;
  private final Denials denials;
  private final Idempotency idempotency;

  UnitOfWorkInterceptor(
      SecurityIdentity identity,
      CallerOfRequest callers,
      AuditLog audit,
      Denials denials,
      Idempotency idempotency) {
    this.identity = identity;
    this.callers = callers;
    this.audit = audit;
    this.denials = denials;
    this.idempotency = idempotency;
  }

  @AroundInvoke
  Object around(InvocationContext invocation) throws Exception {
    if (Callers.bound() != null) {
      return invocation.proceed();
    }
    Caller caller = callers.of(identity);
    if (stateless(invocation)) {
      return Callers.as(caller, invocation::proceed);
    }
    return Callers.as(caller, () -> audited(caller, invocation));
  }

  private @Nullable Object audited(Caller caller, InvocationContext invocation) throws Exception {
    String operation = RequestIds.operation(invocation.getMethod());
    AuditTrail trail = audit.begin();
    try {
      return caller.onlyReads()
          ? reading(caller, operation, trail, invocation)
          : changing(caller, operation, trail, invocation);
    } catch (ReplayedAnswer again) {
      throw again;
    } catch (Exception refused) {
      denials.refused(caller, operation, trail, refused);
      throw refused;
    } finally {
      audit.end();
    }
  }

  /** The transaction ends before the row is written, so that a read that waits holds nothing. */
  private @Nullable Object reading(
      Caller caller, String operation, AuditTrail trail, InvocationContext invocation)
      throws Exception {
    QuarkusTransaction.begin();
    boolean done = false;
    Object answer;
    try {
      answer = invocation.proceed();
      QuarkusTransaction.commit();
      done = true;
    } finally {
      if (!done) {
        rollback();
      }
    }
    audit.writeRead(caller, operation, trail);
    return answer;
  }

  private @Nullable Object changing(
      Caller caller, String operation, AuditTrail trail, InvocationContext invocation)
      throws Exception {
    QuarkusTransaction.begin();
    boolean done = false;
    try {
      Idempotency.Claim claim = idempotency.claim(caller, invocation);
      Object answer = invocation.proceed();
      audit.write(caller, operation, trail, AuditTrail.Action.EXECUTED, AuditLog.Outcome.DONE);
      idempotency.keep(claim, answer, caller.requestId(), trail.onlyPatient());
      QuarkusTransaction.commit();
      done = true;
      return answer;
    } catch (ReplayedAnswer again) {
      audit.replayed(caller, operation, again.firstRequest(), again.patient());
      QuarkusTransaction.commit();
      done = true;
      throw again;
    } finally {
      if (!done) {
        rollback();
      }
    }
  }

  private static void rollback() {
    if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
      QuarkusTransaction.rollback();
    }
  }

  private static boolean stateless(InvocationContext invocation) {
    UnitOfWork method = invocation.getMethod().getAnnotation(UnitOfWork.class);
    UnitOfWork type = invocation.getMethod().getDeclaringClass().getAnnotation(UnitOfWork.class);
    UnitOfWork nearest = method != null ? method : type;
    return nearest != null && nearest.stateless();
  }
}
