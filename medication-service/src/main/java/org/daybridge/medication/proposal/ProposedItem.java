package org.daybridge.medication.proposal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One medication of a list that was sent: what was stated, what it was taken for here and how that
 * is known, what is proposed, and what a reviewer decided.
 */
public record ProposedItem(
    UUID itemId,
    int position,
    int labels,
    StatedMedication stated,
    @Nullable String ingredient,
    @Nullable Basis basis,
    @Nullable Unchecked unchecked,
    Proposal proposal,
    Decision decision,
    @Nullable LeaveReason leftBecause,
    @Nullable UUID medicationId) {

  /** How the ingredient is known: by its code, or inferred from its exact name. */
  public enum Basis {
    CODE,
    INGREDIENT_CODE,
    NAME,
    REVIEWER;

    public boolean isInferred() {
      return this == INGREDIENT_CODE || this == NAME;
    }
  }

  /** Why it is not taken for an ingredient, so that no rule looks at it. */
  public enum Unchecked {
    NOT_COVERED,
    NO_CODE_NO_NAME,
    CODE_AND_NAME_DIFFER,
    CODES_DIFFER,
    SEVERAL_INGREDIENTS,
    REFERENCE_NOT_FOUND
  }

  /** What is proposed. */
  public enum Proposal {
    ADD,
    KNOWN_ALREADY,
    REPEATED,
    NO_LONGER_TAKEN,
    ENTERED_IN_ERROR,
    ASK
  }

  /** What became of it. */
  public enum Decision {
    OPEN,
    ACCEPTED,
    LEFT
  }

  /** Why it does not join the list. */
  public enum LeaveReason {
    NOT_TAKEN,
    KNOWN_ALREADY,
    REPEATED,
    WRONG_PERSON,
    ERROR_OF_SENDER,
    NOT_RELEVANT
  }

  public boolean isOpen() {
    return decision == Decision.OPEN;
  }

  public boolean inferred() {
    return basis != null && basis.isInferred();
  }

  ProposedItem accepted(@Nullable String as, @Nullable Basis how, UUID medication) {
    return new ProposedItem(
        itemId,
        position,
        labels,
        stated,
        as,
        how,
        as == null ? unchecked : null,
        proposal,
        Decision.ACCEPTED,
        null,
        medication);
  }

  ProposedItem left(LeaveReason because) {
    return new ProposedItem(
        itemId,
        position,
        labels,
        stated,
        ingredient,
        basis,
        unchecked,
        proposal,
        Decision.LEFT,
        because,
        null);
  }

  @Override
  public String toString() {
    return "ProposedItem[" + itemId + "]";
  }
}
