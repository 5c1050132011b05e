package org.daybridge.kit.outbox;

import java.util.UUID;

/**
 * The event speaks of something that this service has not heard of: it waits and is tried again.
 */
public class NotYetKnown extends RuntimeException {
  public NotYetKnown(String what, UUID id) {
    super(what + " " + id + " is not known here yet");
  }
}
