package org.daybridge.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.daybridge.local.LocalStack;
import org.daybridge.local.StackFolder;
import org.daybridge.local.StackOptions;

/** Starts a stack and stays until it is told to stop. */
final class Up {

  private Up() {}

  static void run(List<String> given) throws IOException, InterruptedException {
    Arguments arguments =
        Arguments.parse(given, Set.of("--data", "--port"), Set.of("--detach", "--empty"));
    Path repository = StackOptions.repository();
    StackFolder folder = new StackFolder(arguments.folder(repository));
    if (RunningStack.of(folder).isPresent()) {
      System.out.println("It already runs: " + RunningStack.of(folder).get().url());
      return;
    }
    if (arguments.has("--detach")) {
      System.out.println(welcome(Detached.up(given, folder), folder.root()));
      return;
    }
    StackOptions options =
        StackOptions.kept(repository, folder.root())
            .onPort(arguments.number("--port", StackOptions.USUAL_PORT));
    long started = System.nanoTime();
    LocalStack stack =
        LocalStack.start(arguments.has("--empty") ? options.empty() : options, System.out);
    stack
        .console()
        .say(
            "Ready after %.1f s."
                .formatted(Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0));
    System.out.println(welcome(stack.url(), folder.root()));
    new CountDownLatch(1).await();
  }

  private static String welcome(String url, Path data) {
    String where = data.equals(StackOptions.repository().resolve("data")) ? "" : " --data " + data;
    return """

      %1$s/docs             the API of the five services
      %1$s/fhir/metadata    what the FHIR side can do
      ./daybridge personas%2$s     the people one can sign in as
      ./daybridge token%2$s --role therapist

      curl -H "Authorization: Bearer $(./daybridge token%2$s --role therapist)" %1$s/api/intake/v1/me

    Ctrl-C or ./daybridge down%2$s stops it. Data and logs are kept in %3$s.
    """
        .formatted(url, where, data);
  }
}
