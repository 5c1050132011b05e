package org.daybridge.medication.knowledge;

/** The highest daily dose from one day to another after the start, alone or beside a partner. */
public record TitrationStep(
    String id,
    String ingredient,
    String context,
    int fromDay,
    int toDay,
    double maxMilligrams,
    Evidence evidence) {

  public boolean covers(long day) {
    return day >= fromDay && day <= toDay;
  }
}
