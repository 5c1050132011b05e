package org.daybridge.outcomes.risk;

import java.util.List;

/**
 * What somebody gets at once with the answer to a risk-positive submission, whatever else happens:
 * where to call now, and the own safety plan.
 */
public record CrisisCard(String message, List<Contact> contacts, String safetyPlan) {

  public record Contact(String label, String telephone) {}

  public CrisisCard {
    contacts = List.copyOf(contacts);
  }
}
