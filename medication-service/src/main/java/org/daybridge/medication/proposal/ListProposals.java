package org.daybridge.medication.proposal;

import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** The proposed lists of the people whom the caller may see. */
public interface ListProposals {
  void add(ListProposal proposal);

  ListProposal require(UUID id);

  /** The latest first, after the one that is named. */
  List<ListProposal> of(PatientId patient, int rows, @Nullable UUID before);

  /** Keeps the decided items; refused when the proposal was decided on meanwhile. */
  void decided(ListProposal before, List<ProposedItem> decided);
}
