package org.daybridge.local.command;

import java.util.List;

/** Entry of {@code ./daybridge}. */
public final class Daybridge {

  private Daybridge() {}

  /** Runs one command; its exit code is 0, 1 for a failure, 2 for wrong usage. */
  public static void main(String... arguments) {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) {
    List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
    try {
      switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
        case "up" -> Up.run(rest);
        case "prepare" -> Prepare.run(rest);
        case "load" -> Load.run(rest);
        case "token" -> Token.run(rest);
        case "personas" -> ListPersonas.run(rest);
        case "status" -> Status.run(rest);
        case "logs" -> Logs.run(rest);
        case "verify" -> Verify.run(rest);
        case "down" -> Down.run(rest);
        default -> throw new WrongUsage("Unknown command: " + arguments);
      }
      return 0;
    } catch (WrongUsage wrong) {
      System.err.println(wrong.getMessage());
      return 2;
    } catch (Exception failed) {
      System.err.println(failed.getMessage());
      for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
        System.err.println("  because: " + cause);
      }
      return 1;
    }
  }
}
