package org.daybridge.kit.decision;

import java.util.UUID;

/** The thing does not exist, or the caller can't see it: an outsider can't tell which (P2-15). */
public class NotVisible extends RuntimeException {
  private final String resource;
  private final UUID id;

  public NotVisible(String resource, UUID id) {
    super("There is no " + resource + " with this id that you can see.");
    this.resource = resource;
    this.id = id;
  }

  public String resource() {
    return resource;
  }

  public UUID id() {
    return id;
  }
}
