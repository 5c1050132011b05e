package org.daybridge.medication.safety;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.daybridge.medication.knowledge.Edition;
import org.daybridge.medication.knowledge.KnowledgeShelf;

/** Answers safety checks with the knowledge that is in force on the day that is asked about. */
@ApplicationScoped
public class SafetyHandler {
  private final KnowledgeShelf shelf;
  private final Map<Edition, SafetyEngine> engines = new ConcurrentHashMap<>();

  SafetyHandler(KnowledgeShelf shelf) {
    this.shelf = shelf;
  }

  public SafetyAnswer check(SafetyCheck check) {
    var knowledge = shelf.inForceOn(check.asOf());
    return engines
        .computeIfAbsent(knowledge.edition(), _ -> new SafetyEngine(knowledge))
        .check(check);
  }
}
