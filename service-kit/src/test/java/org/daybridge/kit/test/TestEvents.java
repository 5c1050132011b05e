package org.daybridge.kit.test;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.EventCatalog;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.outbox.Envelope;
import org.jspecify.annotations.Nullable;

/** Sends events as another service would, and reads what this service announced. */
public final class TestEvents {
  private static final Map<UUID, Long> VERSIONS = new ConcurrentHashMap<>();

  private TestEvents() {}

  /** Publishes the event on its producer's topic, with the next number of its aggregate. */
  public static Envelope publish(DomainEvent event) {
    UUID aggregate = event.aggregate().value();
    long number = VERSIONS.merge(aggregate, 1L, Long::sum);
    return publish(event, Ids.next(), number);
  }

  /** Publishes with this event id and number: to repeat, reorder or leave a hole. */
  public static Envelope publish(DomainEvent event, UUID eventId, long aggregateVersion) {
    Envelope envelope = envelope(event, eventId, aggregateVersion);
    try {
      publishRaw(
          EventCatalog.producerOf(event.getClass()),
          event.key().toString(),
          json().writeValueAsBytes(envelope));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return envelope;
  }

  /** The event as its producer would send it. */
  public static Envelope envelope(DomainEvent event, UUID eventId, long aggregateVersion) {
    return new Envelope(
        eventId,
        EventCatalog.typeOf(event),
        event.version(),
        Instant.now(),
        Instant.now(),
        EventCatalog.producerOf(event.getClass()),
        TestGrants.ORGANIZATION,
        event.patientId() == null ? null : event.patientId().value(),
        event.episodeId() == null ? null : event.episodeId().value(),
        event.aggregate().value(),
        aggregateVersion,
        Ids.next(),
        null,
        Ids.next(),
        Labels.names(Labels.MENTAL),
        json().valueToTree(event));
  }

  /** Publishes whatever bytes under a key. */
  public static void publishRaw(
      String producerService, @Nullable String key, byte @Nullable [] value) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", TestPlatform.bootstrap(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(TestPlatform.topicOf(producerService), key, value)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The payloads that this service announced about an aggregate, oldest first, from its outbox. */
  public static <E extends DomainEvent> List<E> announced(Class<E> type, UUID aggregate) {
    List<E> events = new ArrayList<>();
    try (Connection connection = TestPlatform.superuser();
        PreparedStatement select =
            connection.prepareStatement(
                "select payload from outbox where type = ? and aggregate_id = ? order by seq")) {
      select.setString(1, type.getSimpleName());
      select.setObject(2, aggregate);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          events.add(json().readValue(rows.getString(1), type));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return events;
  }

  private static ObjectMapper json() {
    return Arc.container().instance(ObjectMapper.class).get();
  }
}
