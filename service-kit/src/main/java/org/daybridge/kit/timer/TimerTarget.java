package org.daybridge.kit.timer;

/**
 * What happens when timers of one kind fire. The work commits with the note that the timer fired;
 * the caller is the service itself. After ten failures the timer stands still, visible, for a
 * person.
 */
public interface TimerTarget {
  String kind();

  void fire(DueTimer timer);
}
