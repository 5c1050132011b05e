package org.daybridge.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.daybridge.kit.identity.Labels;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The relay's hand at the broker: sends rows in order, waits for every acknowledgement. A record
 * that the broker has been given is never given up while this producer lives: were one to expire, a
 * later one of its key could overtake it. So an outage is waited out here; only a stop ends it.
 */
@ApplicationScoped
class RelayProducer {
  private static final Logger LOG = Logger.getLogger(RelayProducer.class);

  private final EventSettings settings;
  private final EventJson json;
  private @Nullable KafkaProducer<String, byte[]> producer;

  RelayProducer(EventSettings settings, EventJson json) {
    this.settings = settings;
    this.json = json;
  }

  /**
   * What became of a batch: acknowledged by the broker; failed for now; or of a kind that no retry
   * will send, which after some tries blocks its key.
   */
  record Sent(List<Long> acknowledged, List<Long> failed, List<Long> unsendable) {}

  Sent send(List<OutboxRows.Row> rows) {
    Sent sent = new Sent(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Set<UUID> held = new HashSet<>();
    List<InFlight> inFlight = new ArrayList<>();
    KafkaProducer<String, byte[]> open = open();
    for (OutboxRows.Row row : rows) {
      if (held.contains(row.key())) {
        continue;
      }
      Throwable refused = offer(open, row, inFlight);
      if (refused == null) {
        continue;
      }
      LOG.warnf(
          "Event %s of type %s was not sent: %s",
          row.eventId(), row.type(), refused.getClass().getName());
      if (!isHopeless(refused)) {
        sent.failed().add(row.seq());
        break;
      }
      held.add(row.key());
      sent.unsendable().add(row.seq());
    }
    for (InFlight flight : inFlight) {
      await(flight, sent);
    }
    if (!sent.failed().isEmpty()) {
      LOG.warnf(
          "The broker did not take %d of %d events; they will be sent again",
          sent.failed().size(), rows.size());
      close();
    }
    return sent;
  }

  private record InFlight(OutboxRows.Row row, Future<RecordMetadata> answer) {}

  /** Null when the record is on its way, else why the producer did not take it. */
  private @Nullable Throwable offer(
      KafkaProducer<String, byte[]> open, OutboxRows.Row row, List<InFlight> inFlight) {
    try {
      Future<RecordMetadata> answer = open.send(message(row));
      if (answer.state() == Future.State.FAILED) {
        return answer.exceptionNow();
      }
      inFlight.add(new InFlight(row, answer));
      return null;
    } catch (IOException | KafkaException e) {
      return e;
    }
  }

  private static boolean isHopeless(Throwable e) {
    return e instanceof IOException
        || e instanceof RecordTooLargeException
        || e instanceof SerializationException;
  }

  private static void await(InFlight flight, Sent sent) {
    try {
      flight.answer().get();
      sent.acknowledged().add(flight.row().seq());
    } catch (ExecutionException e) {
      boolean hopeless = e.getCause() != null && isHopeless(e.getCause());
      (hopeless ? sent.unsendable() : sent.failed()).add(flight.row().seq());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      sent.failed().add(flight.row().seq());
    }
  }

  private ProducerRecord<String, byte[]> message(OutboxRows.Row row) throws IOException {
    Envelope envelope =
        new Envelope(
            row.eventId(),
            row.type(),
            row.version(),
            row.occurredAt(),
            row.recordedAt(),
            settings.service(),
            row.organizationId(),
            row.patientId(),
            row.episodeId(),
            row.aggregateId(),
            row.aggregateVersion(),
            row.correlationId(),
            row.causationId(),
            row.actorId(),
            Labels.names(row.labels()),
            json.tree(row.payload()));
    return new ProducerRecord<>(
        settings.topicOf(settings.service()), row.key().toString(), json.write(envelope));
  }

  private KafkaProducer<String, byte[]> open() {
    KafkaProducer<String, byte[]> open = producer;
    if (open == null) {
      open =
          new KafkaProducer<>(
              Map.of(
                  ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap().orElseThrow(),
                  ProducerConfig.ACKS_CONFIG, "all",
                  ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true",
                  ProducerConfig.LINGER_MS_CONFIG, "0",
                  ProducerConfig.MAX_BLOCK_MS_CONFIG, "5000",
                  ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000",
                  ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, String.valueOf(Integer.MAX_VALUE),
                  ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "1000",
                  ProducerConfig.CLIENT_ID_CONFIG, "relay-" + settings.service()),
              new StringSerializer(),
              new ByteArraySerializer());
      producer = open;
    }
    return open;
  }

  void close() {
    KafkaProducer<String, byte[]> open = producer;
    producer = null;
    if (open != null) {
      // A stop interrupts the relay; the producer needs an unbroken moment to close.
      boolean stopped = Thread.interrupted();
      open.close(Duration.ofSeconds(2));
      if (stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
