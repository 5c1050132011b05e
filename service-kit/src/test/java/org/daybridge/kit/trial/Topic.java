package org.daybridge.kit.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.daybridge.kit.test.TestPlatform;

/** Everything on a topic of this run, read from its beginning. */
public final class Topic implements AutoCloseable {
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();

  private Topic(KafkaConsumer<String, byte[]> consumer) {
    this.consumer = consumer;
  }

  public static Topic of(String service) {
    return at(TestPlatform.bootstrap(), TestPlatform.topicOf(service));
  }

  public static Topic at(String bootstrap, String topic) {
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(one -> new TopicPartition(one.topic(), one.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return new Topic(consumer);
  }

  /** What has come under this key so far, in the order of the topic. */
  public List<ConsumerRecord<String, byte[]>> of(UUID key) {
    consumer.poll(Duration.ofMillis(200)).forEach(read::add);
    return read.stream().filter(one -> key.toString().equals(one.key())).toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
