package org.daybridge.kit.trial;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.daybridge.kit.timer.DueTimer;
import org.daybridge.kit.timer.TimerTarget;

/** A timer that leaves an effect when it fires. */
@ApplicationScoped
public class RemindingTimer implements TimerTarget {
  public static final String KIND = "reminder";

  /** Subjects whose timer fails, after it has written. */
  public static final Set<UUID> BROKEN = ConcurrentHashMap.newKeySet();

  private final Effects effects;

  RemindingTimer(Effects effects) {
    this.effects = effects;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void fire(DueTimer timer) {
    effects.add(timer.timerId(), timer.subjectId(), "fired " + timer.details());
    if (BROKEN.contains(timer.subjectId())) {
      throw new IllegalStateException("as the test wishes");
    }
  }
}
