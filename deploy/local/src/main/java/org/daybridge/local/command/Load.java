package org.daybridge.local.command;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.daybridge.local.StackFolder;
import org.daybridge.local.StackOptions;
import org.daybridge.local.issuer.AccessTokens;
import org.daybridge.local.issuer.Personas;
import org.daybridge.local.issuer.SigningKey;
import org.daybridge.local.sample.SampleClinic;
import org.daybridge.local.sample.SampleTarget;

/** Loads the sample clinic into a stack that runs, one that was started empty for instance. */
final class Load {

  private Load() {}

  static void run(List<String> given) throws IOException {
    Arguments arguments = Arguments.parse(given, Set.of("--data", "--port"), Set.of());
    StackFolder folder = new StackFolder(arguments.folder(StackOptions.repository()));
    String url =
        RunningStack.of(folder)
            .orElseThrow(() -> new IOException("Nothing runs on " + folder.root() + "."))
            .url();
    AccessTokens tokens =
        new AccessTokens(url + "/auth", SigningKey.in(folder.issuerKey()), Clock.systemUTC());
    SampleClinic.load(
        new SampleTarget(
            url, tokens, new Personas(folder.personas()), LocalDate.now(SampleClinic.ZONE)));
    System.out.println("The sample clinic is loaded.");
  }
}
