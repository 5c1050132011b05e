package org.daybridge.medication.supply;

import java.util.List;
import java.util.UUID;

/** The fills of orders that the caller may see; only added to. */
public interface Fills {
  void add(Fill fill, int labels);

  List<Fill> of(UUID order);
}
