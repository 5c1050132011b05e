package org.daybridge.local.command;

import java.util.List;
import java.util.Set;
import org.daybridge.local.StackFolder;
import org.daybridge.local.StackOptions;
import org.daybridge.local.issuer.Persona;
import org.daybridge.local.issuer.Personas;

/** Lists the people one can sign in as. */
final class ListPersonas {

  private static final String LINE = "%-28s %-26s %-8s %-38s %s%n";

  private ListPersonas() {}

  static void run(List<String> given) {
    Arguments arguments = Arguments.parse(given, Set.of("--data", "--port"), Set.of());
    StackFolder folder = new StackFolder(arguments.folder(StackOptions.repository()));
    System.out.printf(LINE, "SUBJECT", "NAME", "KIND", "PERSON", "ROLES");
    for (Persona persona : new Personas(folder.personas()).all()) {
      System.out.printf(
          LINE,
          persona.subject(),
          persona.displayName(),
          persona.kind(),
          persona.person(),
          String.join(", ", persona.roles()));
    }
  }
}
