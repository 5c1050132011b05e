package org.daybridge.medication.proposal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;

/**
 * A medication list that another system or the person sent. Nothing of it is on the person's list
 * until somebody decides; what was sent and not used is counted by type.
 */
public record ListProposal(
    UUID proposalId,
    PatientId patientId,
    int labels,
    int version,
    UUID sentBy,
    Instant receivedAt,
    Map<String, Integer> notUsed,
    List<ProposedItem> items) {

  public boolean open() {
    return items.stream().anyMatch(ProposedItem::isOpen);
  }

  /** What no rule looks at, until a reviewer says what it is. */
  public List<UUID> unchecked() {
    return items.stream()
        .filter(item -> item.unchecked() != null)
        .map(ProposedItem::itemId)
        .toList();
  }

  Optional<ProposedItem> item(UUID id) {
    return items.stream().filter(item -> item.itemId().equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return "ListProposal[" + proposalId + "]";
  }
}
