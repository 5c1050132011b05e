package org.daybridge.scheduling.register.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.scheduling.register.Entry;
import org.daybridge.scheduling.register.Register;
import org.daybridge.scheduling.register.Registered;
import org.daybridge.scheduling.register.Registered.Change;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PanacheRegister implements Register {
  private final ObjectMapper json;

  PanacheRegister(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public <T extends Entry> Optional<Registered<T>> find(Class<T> type, String code) {
    return RegisterRow.<RegisterRow>find("kind = ?1 and code = ?2", kind(type), code)
        .firstResultOptional()
        .map(row -> read(row, type, Change.NONE));
  }

  @Override
  public <T extends Entry> Optional<Registered<T>> find(Class<T> type, UUID id) {
    return RegisterRow.<RegisterRow>find("kind = ?1 and id = ?2", kind(type), id)
        .firstResultOptional()
        .map(row -> read(row, type, Change.NONE));
  }

  @Override
  public <T extends Entry> List<Registered<T>> all(Class<T> type, Collection<UUID> ids) {
    return RegisterRow.<RegisterRow>find(
            "kind = ?1 and id in ?2 order by code", kind(type), List.copyOf(ids))
        .stream()
        .map(row -> read(row, type, Change.NONE))
        .toList();
  }

  @Override
  public <T extends Entry> List<Registered<T>> page(
      Class<T> type, int rows, @Nullable String after) {
    return RegisterRow.<RegisterRow>find(
            "kind = ?1 and code > ?2 order by code", kind(type), after == null ? "" : after)
        .page(0, rows)
        .stream()
        .map(row -> read(row, type, Change.NONE))
        .toList();
  }

  @Override
  public <T extends Entry> Registered<T> add(T entry) {
    var row = new RegisterRow();
    row.id = Ids.next();
    row.organizationId = Callers.current().organizationId();
    row.kind = entry.kind().name();
    row.code = entry.code();
    row.content = written(entry);
    row.persistAndFlush();
    return new Registered<>(row.id, entry, row.version, Change.CREATED);
  }

  @Override
  public <T extends Entry> Registered<T> change(UUID id, T entry) {
    RegisterRow row = RegisterRow.findById(id);
    if (row == null) {
      throw new NotVisible(entry.kind().name(), id);
    }
    row.content = written(entry);
    row.persistAndFlush();
    return new Registered<>(row.id, entry, row.version, Change.CHANGED);
  }

  private static String kind(Class<? extends Entry> type) {
    for (Entry.Kind kind : Entry.Kind.values()) {
      if (kind.type() == type) {
        return kind.name();
      }
    }
    throw new IllegalArgumentException(type + " is no kind of entry");
  }

  private <T extends Entry> Registered<T> read(RegisterRow row, Class<T> type, Change change) {
    try {
      return new Registered<>(row.id, json.readValue(row.content, type), row.version, change);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Entry " + row.id + " does not read as " + type, e);
    }
  }

  private String written(Entry entry) {
    try {
      return json.writeValueAsString(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Entry " + entry.code() + " can't be written", e);
    }
  }
}
