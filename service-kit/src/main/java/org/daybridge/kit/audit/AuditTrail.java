package org.daybridge.kit.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work touched. Stores and queries name it here; the unit of work writes it as one
 * row before the answer leaves.
 */
public final class AuditTrail {
  private static final ThreadLocal<@Nullable AuditTrail> CURRENT = new ThreadLocal<>();

  /** What was done to a record. */
  public enum Action {
    CREATED('C'),
    READ('R'),
    UPDATED('U'),
    DELETED('D'),
    EXECUTED('E');

    private final char code;

    Action(char code) {
      this.code = code;
    }

    public char code() {
      return code;
    }
  }

  /** One record that was touched. */
  public record Touch(Action action, String resource, UUID id, @Nullable UUID patientId) {}

  private final List<Touch> touches = new ArrayList<>();

  private AuditTrail() {}

  static AuditTrail begin() {
    AuditTrail trail = new AuditTrail();
    CURRENT.set(trail);
    return trail;
  }

  static void end() {
    CURRENT.remove();
  }

  public static void read(String resource, UUID id, @Nullable UUID patientId) {
    touch(Action.READ, resource, id, patientId);
  }

  public static void created(String resource, UUID id, @Nullable UUID patientId) {
    touch(Action.CREATED, resource, id, patientId);
  }

  public static void updated(String resource, UUID id, @Nullable UUID patientId) {
    touch(Action.UPDATED, resource, id, patientId);
  }

  public static void executed(String resource, UUID id, @Nullable UUID patientId) {
    touch(Action.EXECUTED, resource, id, patientId);
  }

  private static void touch(Action action, String resource, UUID id, @Nullable UUID patientId) {
    AuditTrail trail = CURRENT.get();
    if (trail != null) {
      trail.touches.add(new Touch(action, resource, id, patientId));
    }
  }

  public List<Touch> touches() {
    return List.copyOf(touches);
  }

  /** The patient, when all that was touched belongs to one. */
  public @Nullable UUID onlyPatient() {
    Set<UUID> patients = new LinkedHashSet<>();
    for (Touch touch : touches) {
      if (touch.patientId() != null) {
        patients.add(touch.patientId());
      }
    }
    return patients.size() == 1 ? patients.iterator().next() : null;
  }

  /** The strongest action of the trail; without a touch the one that the operation stands for. */
  Action strongest(Action otherwise) {
    Action strongest = null;
    for (Touch touch : touches) {
      if (strongest == null || rank(touch.action()) > rank(strongest)) {
        strongest = touch.action();
      }
    }
    return strongest == null ? otherwise : strongest;
  }

  private static int rank(Action action) {
    return switch (action) {
      case READ -> 0;
      case EXECUTED -> 1;
      case CREATED -> 2;
      case UPDATED -> 3;
      case DELETED -> 4;
    };
  }
}
