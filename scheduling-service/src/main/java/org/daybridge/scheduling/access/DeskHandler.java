package org.daybridge.scheduling.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.Supplier;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.identity.RowAccess;
import org.jdbi.v3.core.Jdbi;

/**
 * Those who plan for the whole clinic reach every patient's calendar; a clinician, a patient or a
 * proxy reaches whom a grant opens. Rules that must count across patients (seats, minors,
 * no-contact) and facts about a walk-in run as the service itself; what they answer names nobody.
 */
@ApplicationScoped
public class DeskHandler {
  private static final Set<String> DESK =
      Set.of("scheduler", "support_staff", "program_director", "clinical_director");

  private final RowAccess access;
  private final Jdbi jdbi;

  DeskHandler(RowAccess access, Jdbi jdbi) {
    this.access = access;
    this.jdbi = jdbi;
  }

  /** Runs the step with the reach of whoever asks. */
  public <T> T reaching(Supplier<T> step) {
    Caller caller = Callers.current();
    boolean desk = caller.isStaff() && DESK.stream().anyMatch(caller::hasRole);
    return desk ? acrossPatients(step) : step.get();
  }

  /** Runs the step as the service itself. */
  public <T> T acrossPatients(Supplier<T> step) {
    return Callers.current().kind() == Caller.Kind.SERVICE
        ? step.get()
        : access.elevated(jdbi, "scheduling", step);
  }
}
