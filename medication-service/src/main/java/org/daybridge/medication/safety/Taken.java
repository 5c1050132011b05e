package org.daybridge.medication.safety;

import org.daybridge.medication.knowledge.Ingredient;

/** A stated medication whose ingredient is known. */
record Taken(Ingredient drug, MedicationEntry entry) {

  String name() {
    return drug.name();
  }

  boolean proposed() {
    return entry.proposed();
  }

  @Override
  public String toString() {
    return "Taken[" + drug.name() + "]";
  }
}
