package org.daybridge.records.register;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.records.signing.Versioned;

/**
 * The records of one kind that the caller can see.
 *
 * @param <T> the kind
 */
public interface Register<T extends Filed> {

  Optional<Versioned<T>> find(UUID id);

  Versioned<T> require(UUID id);

  /** Newest first, two hundred at most. */
  List<Versioned<T>> ofPatient(PatientId patient);

  Versioned<T> add(T each);

  Versioned<T> save(T each, int version);
}
