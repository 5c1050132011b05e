package org.daybridge.kit.http;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Every endpoint is one unit of work: a transaction in which the database knows who asks, the audit
 * row is written before the answer leaves, and a write with an Idempotency-Key is answered once. A
 * test walks all endpoints and fails on one without it.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface UnitOfWork {
  /**
   * A calculator touches no record and keeps no answer: no transaction, no key, one audit row less.
   */
  @Nonbinding
  boolean stateless() default false;
}
