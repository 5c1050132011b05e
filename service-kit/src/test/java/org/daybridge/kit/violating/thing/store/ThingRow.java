package org.daybridge.kit.violating.thing.store;

/** What another adapter may not touch. */
public class ThingRow {
  public String name() {
    return "thing";
  }
}
