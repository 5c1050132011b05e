package org.daybridge.local.command;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options of one command. An option that the command does not know is refused. */
final class Arguments {

  private final Map<String, String> values = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  private Arguments() {}

  /** Reads options with a value, options without, and words. */
  static Arguments parse(List<String> given, Set<String> valued, Set<String> flags) {
    Arguments arguments = new Arguments();
    Deque<String> rest = new ArrayDeque<>(given);
    while (!rest.isEmpty()) {
      String next = rest.pop();
      if (flags.contains(next)) {
        arguments.values.put(next, "");
      } else if (valued.contains(next)) {
        if (rest.isEmpty()) {
          throw new WrongUsage(next + " needs a value.");
        }
        arguments.values.put(next, rest.pop());
      } else if (next.startsWith("-")) {
        throw new WrongUsage("Unknown option: " + next);
      } else {
        arguments.words.add(next);
      }
    }
    return arguments;
  }

  boolean has(String flag) {
    return values.containsKey(flag);
  }

  Optional<String> value(String option) {
    return Optional.ofNullable(values.get(option));
  }

  int number(String option, int otherwise) {
    String value = values.get(option);
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (number < 0 || number > 65_535) {
        throw new WrongUsage(option + " must be from 0 to 65535, not " + value);
      }
      return number;
    } catch (NumberFormatException notANumber) {
      throw new WrongUsage(option + " needs a number, not " + value);
    }
  }

  List<String> words() {
    return words;
  }

  /** The folder of the stack that the command means. */
  Path folder(Path repository) {
    return value("--data").map(Path::of).orElse(repository.resolve("data")).toAbsolutePath();
  }
}
