package org.daybridge.local.infrastructure;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka node that is broker and controller. The classes used here are Kafka's internals:
 * nothing else in the repository may touch them.
 */
final class Broker implements AutoCloseable {

  private static final String CLUSTER = "daybridge-local-stack0";
  private static final int NODE = 1;

  private final KafkaRaftServer server;
  private final int port;

  private Broker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  static Broker start(Folder folder, InfrastructureOptions options) {
    try {
      return startIn(folder, options);
    } catch (Exception failed) {
      throw new IllegalStateException("The broker did not start in " + folder.kafka(), failed);
    }
  }

  private static Broker startIn(Folder folder, InfrastructureOptions options) throws Exception {
    int port = folder.port("kafka", options.kafkaPort());
    int controllerPort = Folder.freePort();
    format(folder.kafka());
    Properties properties = properties(folder.kafka(), port, controllerPort);
    if (options.durable()) {
      properties.put("log.flush.interval.messages", "1");
    }
    if (options.folder() != null) {
      // A killed broker may come back only when its session is over.
      properties.put("broker.session.timeout.ms", "3000");
      properties.put("broker.heartbeat.interval.ms", "500");
    }
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    server.startup();
    return new Broker(server, port);
  }

  private static void format(Path folder) throws Exception {
    try (PrintStream quiet =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(quiet)
          .setClusterId(CLUSTER)
          .setNodeId(NODE)
          .setDirectories(List.of(folder.toString()))
          .setMetadataLogDirectory(folder.toString())
          .setControllerListenerName("CONTROLLER")
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setIgnoreFormatted(true)
          .run();
    }
  }

  private static Properties properties(Path folder, int port, int controllerPort) {
    Properties properties = new Properties();
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", Integer.toString(NODE));
    properties.put("controller.quorum.voters", NODE + "@localhost:" + controllerPort);
    properties.put(
        "listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
    properties.put("advertised.listeners", "PLAINTEXT://localhost:" + port);
    properties.put("controller.listener.names", "CONTROLLER");
    properties.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
    properties.put("log.dirs", folder.toString());
    properties.put("offsets.topic.replication.factor", "1");
    properties.put("offsets.topic.num.partitions", "4");
    properties.put("transaction.state.log.replication.factor", "1");
    properties.put("transaction.state.log.min.isr", "1");
    properties.put("share.coordinator.state.topic.replication.factor", "1");
    properties.put("share.coordinator.state.topic.min.isr", "1");
    properties.put("group.initial.rebalance.delay.ms", "0");
    properties.put("auto.create.topics.enable", "false");
    properties.put("log.cleaner.dedupe.buffer.size", "2097152");
    properties.put("log.retention.hours", "-1");
    return properties;
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
