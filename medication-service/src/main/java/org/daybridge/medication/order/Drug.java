package org.daybridge.medication.order;

import org.jspecify.annotations.Nullable;

/** What is ordered: its RxNorm code and name, and the ingredient where the knowledge covers it. */
public record Drug(
    String rxcui, String name, @Nullable String ingredient, @Nullable String schedule) {

  public boolean isCovered() {
    return ingredient != null;
  }

  public boolean isControlled() {
    return schedule != null;
  }
}
