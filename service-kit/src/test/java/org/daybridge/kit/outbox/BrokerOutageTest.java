package org.daybridge.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.daybridge.contract.intake.IntakeEvent.PatientDetailsChanged;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.OwnBroker;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.trial.Topic;
import org.daybridge.kit.trial.Trial;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clinic works while the broker is away. */
@Tag("fault")
@QuarkusTest
@WithTestResource(value = TestPlatform.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
@WithTestResource(value = OwnBroker.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class BrokerOutageTest {
  private static final int EACH = 30;

  @Inject Outbox outbox;
  @Inject ObjectMapper json;

  @Test
  void nothingIsLostDoubledOrOvertakenWhileTheBrokerIsKilledAndComesBack() {
    List<UUID> patients = List.of(Ids.next(), Ids.next(), Ids.next());
    write(patients);
    awaitSent(patients);
    write(patients);
    OwnBroker.kill();
    write(patients);
    assertThat(unsent(patients)).isPositive();
    OwnBroker.comeBack();
    write(patients);
    awaitSent(patients);
    List<Long> all = LongStream.rangeClosed(1, 4 * EACH).boxed().toList();
    try (Topic topic = Topic.at(OwnBroker.bootstrap(), "daybridge.intake.v1")) {
      for (UUID patient : patients) {
        Trial.await()
            .untilAsserted(
                () -> assertThat(topic.of(patient)).hasSizeGreaterThanOrEqualTo(4 * EACH));
        List<Long> came = topic.of(patient).stream().map(this::number).toList();
        assertThat(came.stream().distinct().toList()).isEqualTo(all);
      }
    }
  }

  private void write(List<UUID> patients) {
    for (int i = 0; i < EACH; i++) {
      for (UUID patient : patients) {
        Trial.doing(
            Trial.service(),
            () ->
                outbox.append(
                    new PatientDetailsChanged(
                        new PatientId(patient), LocalDate.of(1990, 5, 17), "female", null)));
      }
    }
  }

  private static void awaitSent(List<UUID> patients) {
    Trial.await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(unsent(patients)).isZero());
  }

  private static long unsent(List<UUID> patients) {
    return patients.stream()
        .mapToLong(
            one ->
                Trial.number(
                    "select count(*) from outbox where key = ? and published_at is null", one))
        .sum();
  }

  private long number(ConsumerRecord<String, byte[]> sent) {
    try {
      return json.readTree(sent.value()).get("aggregateVersion").asLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
