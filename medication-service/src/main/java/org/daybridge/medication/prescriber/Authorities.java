package org.daybridge.medication.prescriber;

import java.util.Optional;
import java.util.UUID;

/** Authorities by staff member; who is not known has none. */
public interface Authorities {
  Optional<Authority> find(UUID staffId);

  void keep(Authority authority);
}
