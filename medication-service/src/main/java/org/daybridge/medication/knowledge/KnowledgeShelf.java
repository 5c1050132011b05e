package org.daybridge.medication.knowledge;

import java.time.LocalDate;

/** The versions of the knowledge that are at hand; the one in force on a day is always the same. */
public interface KnowledgeShelf {
  Knowledge inForceOn(LocalDate day);
}
