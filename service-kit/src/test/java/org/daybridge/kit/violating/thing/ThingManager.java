package org.daybridge.kit.violating.thing;

import jakarta.ws.rs.core.Response;

/** A feature's root that knows HTTP, under a name that says nothing. */
public record ThingManager(String name) {
  public Response answer() {
    return Response.ok(name).build();
  }
}
