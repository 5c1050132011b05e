package org.daybridge.kit.outbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.daybridge.contract.DomainEvent;

/**
 * Reads and writes events. Unknown fields are ignored: an additive change must not stop a follower.
 */
@ApplicationScoped
public class EventJson {
  private final ObjectMapper json;

  EventJson(ObjectMapper json) {
    this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  public byte[] write(Envelope envelope) throws IOException {
    return json.writeValueAsBytes(envelope);
  }

  public Envelope read(byte[] record) throws IOException {
    Envelope envelope = json.readValue(record, Envelope.class);
    boolean whole =
        envelope != null
            && Stream.of(
                    envelope.eventId(),
                    envelope.type(),
                    envelope.occurredAt(),
                    envelope.organizationId(),
                    envelope.aggregateId(),
                    envelope.correlationId(),
                    envelope.actorId(),
                    envelope.labels(),
                    envelope.payload())
                .noneMatch(Objects::isNull);
    if (!whole) {
      throw new IOException("An envelope that lacks a part that every event has");
    }
    return envelope;
  }

  public DomainEvent payload(Envelope envelope, Class<? extends DomainEvent> type)
      throws IOException {
    return json.treeToValue(envelope.payload(), type);
  }

  JsonNode tree(String payload) throws IOException {
    return json.readTree(payload);
  }
}
