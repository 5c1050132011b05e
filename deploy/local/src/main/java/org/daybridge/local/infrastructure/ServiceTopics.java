package org.daybridge.local.infrastructure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics, one per service. The number of partitions is fixed for good: another number would put
 * a patient's next event on another partition, and their order would be gone.
 */
public final class ServiceTopics {

  /** One topic per service that publishes. */
  public static final List<String> NAMES =
      List.of(
          "daybridge.intake.v1",
          "daybridge.scheduling.v1",
          "daybridge.clinical-records.v1",
          "daybridge.medication.v1",
          "daybridge.outcomes.v1");

  static final int PARTITIONS = 12;

  private final String bootstrap;

  /** The broker that the topics are made on, as {@code host:port}. */
  public ServiceTopics(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** Makes the topics that are missing. */
  public void create() throws InterruptedException, ExecutionException, TimeoutException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      Set<String> known = admin.listTopics().names().get(60, TimeUnit.SECONDS);
      List<NewTopic> missing =
          NAMES.stream()
              .filter(name -> !known.contains(name))
              .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
              .toList();
      admin.createTopics(missing).all().get(60, TimeUnit.SECONDS);
    } catch (ExecutionException refused) {
      if (!(refused.getCause() instanceof TopicExistsException)) {
        throw refused;
      }
    }
  }
}
