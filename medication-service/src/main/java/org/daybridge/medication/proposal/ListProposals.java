package org.daybridge.medication.proposal;

import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;

/** The proposed lists of the people whom the caller may see. */
public interface ListProposals {
  void add(ListProposal proposal);

  ListProposal require(UUID id);

  /** The latest first. */
  List<ListProposal> of(PatientId patient);

  /** Keeps the decided items; refused when the proposal was decided on meanwhile. */
  void decided(ListProposal before, List<ProposedItem> decided);
}
