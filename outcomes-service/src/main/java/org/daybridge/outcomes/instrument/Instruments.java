package org.daybridge.outcomes.instrument;

import java.util.List;
import java.util.Optional;

/** The registry: every instrument in every version, newest version of an id first. */
public interface Instruments {
  List<Instrument> all();

  Optional<Instrument> find(String id, String version);

  /** The version in use today. */
  Optional<Instrument> current(String id);

  default Instrument require(String id, String version) {
    return find(id, version)
        .orElseThrow(() -> new IllegalStateException("No instrument " + id + " " + version));
  }
}
