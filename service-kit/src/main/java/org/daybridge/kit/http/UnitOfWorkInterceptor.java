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

/** Puts an endpoint's method into its unit of work. */
@UnitOfWork
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class UnitOfWorkInterceptor {
  private final SecurityIdentity identity;
  private final CallerOfRequest callers;
  private final AuditLog audit;
  private final Idempotency idempotency;

  UnitOfWorkInterceptor(
      SecurityIdentity identity, CallerOfRequest callers, AuditLog audit, Idempotency idempotency) {
    this.identity = identity;
    this.callers = callers;
    this.audit = audit;
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
    return Callers.as(caller, () -> inTransaction(caller, invocation));
  }

  private @Nullable Object inTransaction(Caller caller, InvocationContext invocation)
      throws Exception {
    QuarkusTransaction.begin();
    boolean done = false;
    AuditTrail trail = audit.begin();
    try {
      Idempotency.Claim claim = idempotency.claim(caller, invocation);
      Object answer = invocation.proceed();
      audit.write(
          caller,
          RequestIds.operation(invocation.getMethod()),
          trail,
          RequestIds.isWrite() ? AuditTrail.Action.EXECUTED : AuditTrail.Action.READ,
          AuditLog.Outcome.DONE);
      idempotency.keep(claim, answer);
      QuarkusTransaction.commit();
      done = true;
      return answer;
    } finally {
      audit.end();
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
