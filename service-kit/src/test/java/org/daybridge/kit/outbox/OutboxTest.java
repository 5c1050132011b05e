package org.daybridge.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.daybridge.contract.intake.IntakeEvent.PatientDetailsChanged;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.test.TestGrants;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.trial.Topic;
import org.daybridge.kit.trial.Trial;
import org.junit.jupiter.api.Test;

/** What is committed is sent, in order, whatever happens to the relay's connection. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class OutboxTest {
  @Inject Outbox outbox;
  @Inject ObjectMapper json;
  @Inject MeterRegistry meters;

  private final UUID patient = Ids.next();

  @Test
  void worksInATransactionOnly() {
    assertThatThrownBy(() -> Callers.doing(Trial.service(), () -> append(patient)))
        .hasMessageContaining("ransaction");
    assertThat(numbers(patient)).isEmpty();
  }

  @Test
  void whatRolledBackLeavesNeitherRowNorHole() {
    Trial.as(Trial.service(), () -> append(patient));
    assertThatThrownBy(
            () ->
                Trial.as(
                    Trial.service(),
                    () -> {
                      append(patient);
                      throw new IllegalStateException("second thoughts");
                    }))
        .hasMessageContaining("second thoughts");
    Trial.as(Trial.service(), () -> append(patient));
    assertThat(numbers(patient)).containsExactly(1L, 2L);
  }

  @Test
  void theOrderOfAKeyIsTheOrderOfCommitsUnderConcurrency() {
    List<UUID> patients = List.of(Ids.next(), Ids.next(), Ids.next());
    int each = 40;
    try (ExecutorService many = Executors.newFixedThreadPool(6)) {
      IntStream.range(0, each)
          .forEach(
              _ ->
                  patients.forEach(
                      one -> many.execute(() -> Trial.as(Trial.service(), () -> append(one)))));
    }
    List<Long> all = LongStream.rangeClosed(1, each).boxed().toList();
    patients.forEach(one -> assertThat(numbers(one)).isEqualTo(all));
    try (Topic topic = Topic.of("intake")) {
      Trial.await().untilAsserted(() -> assertThat(sent(topic, patients.getFirst())).hasSize(each));
      Trial.await().untilAsserted(() -> assertThat(sent(topic, patients.get(1))).hasSize(each));
      Trial.await().untilAsserted(() -> assertThat(sent(topic, patients.get(2))).hasSize(each));
      patients.forEach(one -> assertThat(sent(topic, one)).isEqualTo(all));
    }
  }

  @Test
  void whoHasAppendedHoldsNobodyUpBeforeTheEnd() {
    Trial.as(
        Trial.service(),
        () -> {
          append(patient);
          Thread other =
              Thread.ofVirtual().start(() -> Trial.as(Trial.service(), () -> append(patient)));
          assertThat(other.join(Duration.ofSeconds(10))).isTrue();
          assertThat(numbers(patient)).containsExactly(1L);
          return true;
        });
    assertThat(numbers(patient)).containsExactly(1L, 2L);
  }

  @Test
  void eachCommitWakesTheRelay() {
    int commits = 20;
    double before = deaf();
    for (int i = 0; i < commits; i++) {
      Trial.as(Trial.service(), () -> append(patient));
      Trial.await().untilAsserted(() -> assertThat(unsent(patient)).isZero());
    }
    assertThat(deaf() - before).isLessThan(commits / 4.0);
  }

  private double deaf() {
    return meters.counter("daybridge.outbox.deaf.listener").count();
  }

  @Test
  void aRelayWhoseListeningConnectionIsCutGoesOn() {
    Trial.as(Trial.service(), () -> append(patient));
    Trial.await().untilAsserted(() -> assertThat(unsent(patient)).isZero());
    long cut =
        Trial.number(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                + " where application_name = 'daybridge-relay' and datname = current_database()");
    assertThat(cut).isOne();
    Trial.as(Trial.service(), () -> append(patient));
    Trial.await().untilAsserted(() -> assertThat(unsent(patient)).isZero());
  }

  @Test
  void aRowThatCannotBeSentBlocksItsKeyOnly() {
    UUID other = Ids.next();
    UUID big = Ids.next();
    Trial.change(
        "insert into outbox (organization_id, event_id, type, version, key, aggregate_id,"
            + " aggregate_version, occurred_at, correlation_id, actor_id, labels, payload) values"
            + " (?, ?, 'TooBig', 1, ?, ?, 1, now(), gen_random_uuid(), gen_random_uuid(), 0,"
            + " to_json(repeat('x', 2000000))::text)",
        TestGrants.ORGANIZATION,
        big,
        patient,
        Ids.next());
    Trial.as(Trial.service(), () -> append(patient));
    Trial.as(Trial.service(), () -> append(other));
    Trial.await().untilAsserted(() -> assertThat(unsent(other)).isZero());
    Trial.await()
        .untilAsserted(
            () ->
                assertThat(
                        Trial.number(
                            "select count(*) from outbox where event_id = ? and blocked_at is not"
                                + " null",
                            big))
                    .isOne());
    assertThat(unsent(patient)).isEqualTo(2);
    Trial.change(
        "update outbox set published_at = now(), blocked_at = null where event_id = ?", big);
    Trial.as(Trial.service(), () -> append(other));
    Trial.await().untilAsserted(() -> assertThat(unsent(patient)).isZero());
  }

  private boolean append(UUID whom) {
    outbox.append(
        new PatientDetailsChanged(new PatientId(whom), LocalDate.of(1990, 5, 17), "female", null));
    return true;
  }

  private static long unsent(UUID key) {
    return Trial.number("select count(*) from outbox where key = ? and published_at is null", key);
  }

  private static List<Long> numbers(UUID key) {
    List<Long> numbers = new ArrayList<>();
    long rows = Trial.number("select count(*) from outbox where key = ?", key);
    for (long row = 0; row < rows; row++) {
      numbers.add(
          Trial.number(
              "select aggregate_version from outbox where key = ? order by seq offset ? limit 1",
              key,
              row));
    }
    return numbers;
  }

  private List<Long> sent(Topic topic, UUID key) {
    return topic.of(key).stream().map(this::number).toList();
  }

  private long number(ConsumerRecord<String, byte[]> sent) {
    try {
      JsonNode envelope = json.readTree(sent.value());
      return envelope.get("aggregateVersion").asLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
