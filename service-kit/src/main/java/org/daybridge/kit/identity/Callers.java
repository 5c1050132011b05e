package org.daybridge.kit.identity;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The caller of the work at hand, bound to the thread that does it; its request id is in every log
 * line meanwhile. Nothing is bound outside a unit of work, an event or a timer; then row-level
 * security shows no row.
 */
public final class Callers {
  private static final String REQUEST_ID = "requestId";
  private static final ThreadLocal<@Nullable Caller> CURRENT = new ThreadLocal<>();

  private Callers() {}

  public static @Nullable Caller bound() {
    return CURRENT.get();
  }

  /** The caller; a unit of work without one is a defect. */
  public static Caller current() {
    Caller caller = CURRENT.get();
    if (caller == null) {
      throw new IllegalStateException("No caller is bound: this code runs outside a unit of work.");
    }
    return caller;
  }

  /** Runs the work as this caller and restores who was bound before. */
  public static <T> T as(Caller caller, Callable<T> work) throws Exception {
    Caller before = CURRENT.get();
    Object loggedBefore = MDC.get(REQUEST_ID);
    bind(caller);
    try {
      return work.call();
    } finally {
      restore(before, loggedBefore);
    }
  }

  /** As {@link #as(Caller, Callable)}, for work that throws nothing checked. */
  public static <T> T doing(Caller caller, Supplier<T> work) {
    Caller before = CURRENT.get();
    Object loggedBefore = MDC.get(REQUEST_ID);
    bind(caller);
    try {
      return work.get();
    } finally {
      restore(before, loggedBefore);
    }
  }

  private static void bind(Caller caller) {
    CURRENT.set(caller);
    MDC.put(REQUEST_ID, caller.requestId().toString());
  }

  private static void restore(@Nullable Caller before, @Nullable Object loggedBefore) {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
    if (loggedBefore == null) {
      MDC.remove(REQUEST_ID);
    } else {
      MDC.put(REQUEST_ID, loggedBefore);
    }
  }
}
