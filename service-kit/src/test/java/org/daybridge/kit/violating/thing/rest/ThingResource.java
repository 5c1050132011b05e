package org.daybridge.kit.violating.thing.rest;

import jakarta.ws.rs.GET;
import org.daybridge.kit.violating.thing.store.ThingRow;

/** An endpoint without permission and unit of work that reaches into the store. */
public class ThingResource {
  @GET
  public String read() {
    return new ThingRow().name();
  }
}
