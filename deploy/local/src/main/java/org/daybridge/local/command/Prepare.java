package org.daybridge.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.daybridge.local.LocalStack;
import org.daybridge.local.StackOptions;
import org.daybridge.local.process.StackProcesses;

/**
 * Part of the build: one training run, from which the next starts take what they would load again.
 */
final class Prepare {

  private Prepare() {}

  static void run(List<String> given) throws IOException {
    Arguments.parse(given, Set.of(), Set.of());
    Path repository = StackOptions.repository();
    if (StackProcesses.cachesExist(repository)) {
      return;
    }
    System.out.println("Recording what the services load (only after a change) …");
    StackOptions options = StackOptions.forTests(repository).onRealTime().recording();
    try (LocalStack stack = LocalStack.start(options, System.out)) {
      Training.exercise(stack);
    }
    if (!StackProcesses.cachesExist(repository)) {
      System.out.println("Not all could be recorded: starting will take longer, and that is all.");
    }
  }
}
