package org.daybridge.medication.transmission;

import java.util.List;
import java.util.UUID;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.medication.transmission.Transmission.Acknowledgement;

/** The hand-overs of orders that the caller may see; only added to. */
public interface Transmissions {
  /** The {@code attempt}th for its version, from 1; of several at once one is kept. */
  void add(Transmission transmission, int attempt, int labels);

  Transmission require(UUID id);

  /** The newest first. */
  List<Transmission> of(OrderId order);

  /** Keeps what the partner said. */
  void acknowledge(Transmission transmission, Acknowledgement said);
}
