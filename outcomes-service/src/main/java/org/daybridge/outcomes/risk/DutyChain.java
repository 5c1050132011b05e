package org.daybridge.outcomes.risk;

import java.util.List;
import java.util.UUID;

/**
 * Who is to be alarmed, one link after the other; the last link answers for every later step, so
 * that an alarm never runs out of people. A link may be several people at once.
 */
public record DutyChain(List<List<UUID>> links) {

  public DutyChain {
    links = links.stream().filter(link -> !link.isEmpty()).map(List::copyOf).toList();
  }

  List<UUID> at(int step) {
    if (links.isEmpty()) return List.of();
    return links.get(Math.min(step, links.size() - 1));
  }
}
