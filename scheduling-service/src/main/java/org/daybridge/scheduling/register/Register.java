package org.daybridge.scheduling.register;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register as a collection; entries of one kind are known by their code, all by their id. */
public interface Register {
  <T extends Entry> Optional<Registered<T>> find(Class<T> type, String code);

  <T extends Entry> Optional<Registered<T>> find(Class<T> type, UUID id);

  <T extends Entry> List<Registered<T>> all(Class<T> type, Collection<UUID> ids);

  /** The entries of a kind by code, after the given one. */
  <T extends Entry> List<Registered<T>> page(Class<T> type, int rows, @Nullable String after);

  <T extends Entry> Registered<T> add(T entry);

  <T extends Entry> Registered<T> change(UUID id, T entry);
}
