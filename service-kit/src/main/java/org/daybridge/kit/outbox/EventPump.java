package org.daybridge.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings the topics that somebody here follows to the inbox, and tries parked events again. Offsets
 * are committed after the events' fate is: a crash brings them once more, and the inbox knows them.
 */
@ApplicationScoped
public class EventPump {
  private static final Logger LOG = Logger.getLogger(EventPump.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final long RETRY_NANOS = Duration.ofMillis(500).toNanos();

  private final EventSettings settings;
  private final Inbox inbox;
  private final Followers followers;
  private final InboxRows rows;
  private final AtomicLong parked = new AtomicLong();
  private final AtomicLong lastPoll = new AtomicLong(System.nanoTime());
  private volatile boolean running;
  private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
  private Thread thread = new Thread(() -> {});

  EventPump(
      EventSettings settings,
      Inbox inbox,
      Followers followers,
      InboxRows rows,
      MeterRegistry meters) {
    this.settings = settings;
    this.inbox = inbox;
    this.followers = followers;
    this.rows = rows;
    meters.gauge("daybridge.inbox.parked", parked);
  }

  void start(@Observes @Priority(2000) StartupEvent event) {
    if (settings.running()
        && settings.bootstrap().isPresent()
        && !followers.producers().isEmpty()) {
      running = true;
      thread = Thread.ofPlatform().daemon().name("event-pump").start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    KafkaConsumer<String, byte[]> open = consumer;
    if (open != null) {
      open.wakeup();
    }
    thread.join(5_000);
  }

  /** How long ago the topics were last asked: a consumer that is lost is seen here. */
  public Duration sincePoll() {
    return running ? Duration.ofNanos(System.nanoTime() - lastPoll.get()) : Duration.ZERO;
  }

  private void run() {
    while (running) {
      try (KafkaConsumer<String, byte[]> open = open()) {
        consumer = open;
        pump(open);
      } catch (WakeupException e) {
        LOG.debug("The event pump was woken to stop");
      } catch (RuntimeException e) {
        LOG.warnf("The event pump stumbled over %s and starts again", e.getClass().getName());
        LOG.debug("The event pump stumbled", e);
        pause();
      } finally {
        consumer = null;
      }
    }
  }

  private void pump(KafkaConsumer<String, byte[]> open) {
    List<String> topics = followers.producers().stream().map(settings::topicOf).toList();
    open.subscribe(topics);
    inbox.reopenKnown();
    long nextRetry = System.nanoTime();
    while (running) {
      var records = open.poll(POLL);
      lastPoll.set(System.nanoTime());
      if (!records.isEmpty()) {
        List<InboxRecord> arrived = new ArrayList<>();
        records.forEach(one -> arrived.add(record(one)));
        inbox.receive(arrived);
        lastPoll.set(System.nanoTime());
        open.commitSync();
      }
      if (System.nanoTime() - nextRetry > 0) {
        retry();
        nextRetry = System.nanoTime() + RETRY_NANOS;
      }
    }
  }

  private static InboxRecord record(ConsumerRecord<String, byte[]> one) {
    byte[] value = one.value() == null ? new byte[0] : one.value();
    return new InboxRecord(one.topic(), one.partition(), one.offset(), one.key(), value);
  }

  private void retry() {
    long waiting = rows.open();
    parked.set(waiting);
    if (waiting > 0) {
      while (inbox.retryParked() > 0 && running) {
        parked.set(rows.open());
      }
    }
  }

  private KafkaConsumer<String, byte[]> open() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap().orElseThrow(),
            ConsumerConfig.GROUP_ID_CONFIG, settings.topicPrefix() + settings.consumer(),
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "100",
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "250",
            ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "1000",
            ConsumerConfig.METADATA_MAX_AGE_CONFIG, "5000",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false"),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
