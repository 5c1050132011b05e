package org.daybridge.kit.outbox;

import java.util.Set;
import org.daybridge.contract.DomainEvent;

/**
 * Follows events of other services. Each event takes effect once, in the order of its aggregate, in
 * one transaction with the note that it was handled; the caller is the service itself. An exception
 * is tried three times, then the event is parked with its key blocked, visible, until it is
 * replayed.
 */
public interface Follower {

  Set<Class<? extends DomainEvent>> follows();

  /**
   * Takes the event in.
   *
   * @throws NotYetKnown when it speaks of somebody whom this service has yet to hear of
   */
  void on(Envelope envelope, DomainEvent event);
}
