package org.daybridge.scheduling.weekplan;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** A proposed week: the sessions that take place. An activity that is left out is not run. */
public record WeekSolution(String problem, List<Assignment> assignments) {

  /** One session of the proposed week; no room where it is telehealth. */
  public record Assignment(
      String activity,
      LocalDateTime start,
      Optional<String> room,
      List<String> clinicians,
      List<String> patients) {}
}
