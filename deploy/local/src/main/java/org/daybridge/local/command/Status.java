package org.daybridge.local.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.daybridge.local.ServiceName;
import org.daybridge.local.StackFolder;
import org.daybridge.local.StackOptions;
import org.daybridge.local.infrastructure.ProcessIdentity;
import org.daybridge.local.process.PidFiles;
import org.daybridge.local.process.StackProcesses;
import org.daybridge.local.process.StackState;

/** Tells what runs of a stack. It fails when not all of it does. */
final class Status {

  private static final String LINE = "%-18s %-10s %8s %10s  %s%n";

  private Status() {}

  static void run(List<String> given) throws IOException {
    Arguments arguments = Arguments.parse(given, Set.of("--data", "--port"), Set.of());
    StackFolder folder = new StackFolder(arguments.folder(StackOptions.repository()));
    SortedMap<String, ProcessIdentity> running = new PidFiles(folder.running()).allRunning();
    if (running.isEmpty()) {
      throw new IOException(
          "Nothing runs on " + folder.root() + ". Maybe start it: ./daybridge up");
    }
    System.out.printf(LINE, "PROCESS", "STATE", "PID", "MEMORY", "LOG");
    Optional<RunningStack> stack = RunningStack.of(folder);
    boolean complete = stack.isPresent();
    boolean external = stack.map(RunningStack::external).orElse(false);
    print(folder, "launcher", running.get("launcher"), complete ? "ready" : "starting");
    for (String name : StackProcesses.names()) {
      if (external && ServiceName.of(name).isEmpty()) {
        System.out.printf(LINE, name, "elsewhere", "-", "-", "-");
        continue;
      }
      ProcessIdentity process = running.get(name);
      boolean ready = process != null && StackState.isReady(folder, name);
      complete &= ready;
      print(folder, name, process, ready ? "ready" : "not ready");
    }
    if (!complete) {
      throw new IOException("Not everything is ready.");
    }
    System.out.println("Gateway: " + RunningStack.urlOf(folder));
  }

  private static void print(
      StackFolder folder,
      String name,
      @org.jspecify.annotations.Nullable ProcessIdentity process,
      String state) {
    System.out.printf(
        LINE,
        name,
        process == null ? "gone" : state,
        process == null ? "-" : Long.toString(process.pid()),
        process == null ? "-" : StackState.memory(process.pid()),
        folder.log(name));
  }
}
