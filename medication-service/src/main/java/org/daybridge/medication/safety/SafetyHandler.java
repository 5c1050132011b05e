package org.daybridge.medication.safety;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
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
    return engineOn(check.asOf()).check(check);
  }

  /** Every test that what is taken asks for, those that are due first. */
  public List<DueItem> dueItems(SafetyCheck check) {
    return engineOn(check.asOf()).dueItems(check);
  }

  private SafetyEngine engineOn(LocalDate day) {
    var knowledge = shelf.inForceOn(day);
    return engines.computeIfAbsent(knowledge.edition(), _ -> new SafetyEngine(knowledge));
  }
}
