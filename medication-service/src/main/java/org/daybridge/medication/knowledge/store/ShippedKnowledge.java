package org.daybridge.medication.knowledge.store;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.daybridge.medication.knowledge.Edition;
import org.daybridge.medication.knowledge.Knowledge;
import org.daybridge.medication.knowledge.KnowledgeShelf;

/** Loads each version once; the present one at the start, so that no request waits for it. */
@ApplicationScoped
class ShippedKnowledge implements KnowledgeShelf {
  private final Map<Edition, Knowledge> loaded = new ConcurrentHashMap<>();

  void load(@Observes StartupEvent start, Clock clock) {
    inForceOn(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  @Override
  public Knowledge inForceOn(LocalDate day) {
    return loaded.computeIfAbsent(KnowledgeFiles.editionOn(day), KnowledgeFiles::load);
  }
}
