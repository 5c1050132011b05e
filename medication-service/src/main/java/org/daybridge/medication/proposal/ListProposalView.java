package org.daybridge.medication.proposal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.medication.proposal.ProposedItem.Basis;
import org.daybridge.medication.proposal.ProposedItem.Decision;
import org.daybridge.medication.proposal.ProposedItem.LeaveReason;
import org.daybridge.medication.proposal.ProposedItem.Proposal;
import org.daybridge.medication.proposal.ProposedItem.Unchecked;
import org.jspecify.annotations.Nullable;

/** A proposed list as reviewers see it; {@code unchecked} are the items that no rule looks at. */
public record ListProposalView(
    UUID proposalId,
    PatientId patientId,
    int version,
    UUID sentBy,
    Instant receivedAt,
    boolean open,
    List<Item> items,
    List<UUID> unchecked,
    Map<String, Integer> notUsed) {

  /** One medication: what was stated, what it is taken for, and what became of it. */
  public record Item(
      UUID itemId,
      int position,
      StatedMedication stated,
      @Nullable String ingredient,
      @Nullable Basis basis,
      boolean inferred,
      @Nullable Unchecked unchecked,
      Proposal proposal,
      Decision decision,
      @Nullable LeaveReason leftBecause,
      @Nullable UUID medicationId) {

    static Item of(ProposedItem item) {
      return new Item(
          item.itemId(),
          item.position(),
          item.stated(),
          item.ingredient(),
          item.basis(),
          item.inferred(),
          item.unchecked(),
          item.proposal(),
          item.decision(),
          item.leftBecause(),
          item.medicationId());
    }

    @Override
    public String toString() {
      return "Item[" + itemId + "]";
    }
  }

  public static ListProposalView of(ListProposal proposal) {
    return new ListProposalView(
        proposal.proposalId(),
        proposal.patientId(),
        proposal.version(),
        proposal.sentBy(),
        proposal.receivedAt(),
        proposal.open(),
        proposal.items().stream().map(Item::of).toList(),
        proposal.unchecked(),
        proposal.notUsed());
  }

  @Override
  public String toString() {
    return "ListProposalView[" + proposalId + "]";
  }
}
