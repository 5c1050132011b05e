package org.daybridge.medication.knowledge;

import java.util.Collections;
import java.util.Set;

/** Names a set of drugs: by ingredient, by class, or both. An empty selector names none. */
public record Selector(Set<String> drugs, Set<String> classes) {

  public boolean matches(Ingredient drug) {
    return drugs.contains(drug.name()) || !Collections.disjoint(classes, drug.classes());
  }

  public boolean isEmpty() {
    return drugs.isEmpty() && classes.isEmpty();
  }
}
