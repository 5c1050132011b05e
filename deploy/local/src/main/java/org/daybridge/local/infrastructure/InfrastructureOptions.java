package org.daybridge.local.infrastructure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the infrastructure is wanted.
 *
 * @param folder where the data is kept; none means a temporary folder that is removed at the end
 * @param durable whether a commit has to survive the loss of power
 * @param forServices whether the services' roles, databases and topics are made
 * @param exitWith the process whose end ends this one, 0 for none
 * @param idle how long nobody may be connected before it ends by itself, zero for no limit
 */
public record InfrastructureOptions(
    Path readyFile,
    @Nullable Path folder,
    boolean durable,
    boolean forServices,
    int postgresPort,
    int kafkaPort,
    long exitWith,
    Duration idle) {

  static final String USAGE =
      """
      usage: Infrastructure (--tests | --data DIR) --ready-file FILE
        --tests             temporary folder, nothing flushed to disk, superuser only, ends when idle
        --data DIR          keeps its data in DIR, makes the services' databases, roles and topics
        --volatile          with --data: does not flush to disk
        --ready-file FILE   written when both run: postgres.port, kafka.port, pid, started
        --postgres-port N   instead of the last or a free one
        --kafka-port N      instead of the last or a free one
        --exit-with PID     ends when that process ends
        --idle MINUTES      ends when no client was connected for so long (--tests: 20)
      """;

  private static final Duration IDLE_TESTS = Duration.ofMinutes(20);

  /** Options of a test's own infrastructure. */
  public static InfrastructureOptions forTests(Path readyFile) {
    return new InfrastructureOptions(readyFile, null, false, false, 0, 0, 0, IDLE_TESTS);
  }

  /** Options of a stack that keeps its data. */
  public static InfrastructureOptions forStack(Path readyFile, Path folder, boolean durable) {
    return new InfrastructureOptions(readyFile, folder, durable, true, 0, 0, 0, Duration.ZERO);
  }

  static InfrastructureOptions parse(String... arguments) {
    Parsed parsed = new Parsed();
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--tests" -> parsed.tests = true;
        case "--volatile" -> parsed.durable = false;
        case "--data" -> parsed.folder = Path.of(value(option, rest)).toAbsolutePath();
        case "--ready-file" -> parsed.readyFile = Path.of(value(option, rest)).toAbsolutePath();
        case "--postgres-port" -> parsed.postgresPort = (int) number(option, rest);
        case "--kafka-port" -> parsed.kafkaPort = (int) number(option, rest);
        case "--exit-with" -> parsed.exitWith = number(option, rest);
        case "--idle" -> parsed.idle = Duration.ofMinutes(number(option, rest));
        default -> throw new IllegalArgumentException("Unknown option: " + option);
      }
    }
    return parsed.toOptions();
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value.");
    }
    return rest.pop();
  }

  private static long number(String option, Deque<String> rest) {
    String value = value(option, rest);
    try {
      return Long.parseUnsignedLong(value);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(option + " needs a number, not " + value, notANumber);
    }
  }

  private static final class Parsed {
    private boolean tests;
    private boolean durable = true;
    private @Nullable Path folder;
    private @Nullable Path readyFile;
    private int postgresPort;
    private int kafkaPort;
    private long exitWith;
    private @Nullable Duration idle;

    private InfrastructureOptions toOptions() {
      if (readyFile == null) {
        throw new IllegalArgumentException("--ready-file is missing.");
      }
      if (tests == (folder != null)) {
        throw new IllegalArgumentException("Give either --tests or --data.");
      }
      Duration wait = tests ? IDLE_TESTS : Duration.ZERO;
      return new InfrastructureOptions(
          readyFile,
          folder,
          durable && !tests,
          !tests,
          postgresPort,
          kafkaPort,
          exitWith,
          idle == null ? wait : idle);
    }
  }
}
