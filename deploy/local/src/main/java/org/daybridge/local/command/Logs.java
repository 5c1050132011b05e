package org.daybridge.local.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.daybridge.local.StackFolder;
import org.daybridge.local.StackOptions;

/** Prints the end of a process's log, and what is added to it when one wants to follow. */
final class Logs {

  private static final int LAST = 200;

  private Logs() {}

  static void run(List<String> given) throws IOException, InterruptedException {
    Arguments arguments =
        Arguments.parse(given, Set.of("--data", "--port"), Set.of("--follow", "-f"));
    StackFolder folder = new StackFolder(arguments.folder(StackOptions.repository()));
    if (arguments.words().size() != 1) {
      throw new WrongUsage("Say whose log: " + names(folder));
    }
    String name = arguments.words().getFirst().replaceFirst("-service$", "");
    Path log = folder.log(name);
    if (!name.matches("[a-z-]+") || !Files.exists(log)) {
      throw new WrongUsage("There is no log of that name. Maybe one of: " + names(folder));
    }
    long end = printEnd(log);
    if (arguments.has("--follow") || arguments.has("-f")) {
      follow(log, end);
    }
  }

  private static long printEnd(Path log) throws IOException {
    long size = Files.size(log);
    List<String> lines = Files.readAllLines(log);
    lines.subList(Math.max(0, lines.size() - LAST), lines.size()).forEach(System.out::println);
    return size;
  }

  private static void follow(Path log, long from) throws IOException, InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    long read = from;
    while (!never.await(300, TimeUnit.MILLISECONDS)) {
      long size = Files.size(log);
      read = Math.min(read, size);
      try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
        byte[] added = new byte[(int) Math.min(size - read, 1 << 20)];
        file.seek(read);
        file.readFully(added);
        System.out.print(new String(added, StandardCharsets.UTF_8));
        System.out.flush();
        read += added.length;
      }
    }
  }

  private static String names(StackFolder folder) throws IOException {
    Path logs = folder.log("any").getParent();
    if (!Files.isDirectory(logs)) {
      return "none yet";
    }
    try (Stream<Path> files = Files.list(logs)) {
      return String.join(
          ", ",
          files
              .map(it -> it.getFileName().toString())
              .filter(it -> it.endsWith(".log"))
              .map(it -> it.replace(".log", ""))
              .sorted()
              .toList());
    }
  }
}
