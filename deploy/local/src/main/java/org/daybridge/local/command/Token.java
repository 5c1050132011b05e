package org.daybridge.local.command;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.daybridge.local.StackFolder;
import org.daybridge.local.StackOptions;
import org.daybridge.local.issuer.AccessTokens;
import org.daybridge.local.issuer.Clients;
import org.daybridge.local.issuer.Persona;
import org.daybridge.local.issuer.Personas;
import org.daybridge.local.issuer.SigningKey;

/** Prints a signed token for a persona or a system of the local stack. */
final class Token {

  private Token() {}

  static void run(List<String> given) throws IOException {
    Arguments arguments =
        Arguments.parse(
            given,
            Set.of(
                "--data",
                "--port",
                "--role",
                "--staff",
                "--patient",
                "--subject",
                "--client",
                "--scope",
                "--purpose"),
            Set.of());
    StackFolder folder = new StackFolder(arguments.folder(StackOptions.repository()));
    String url =
        arguments
            .value("--port")
            .map(port -> "http://localhost:" + port)
            .orElseGet(() -> RunningStack.urlOf(folder));
    AccessTokens tokens =
        new AccessTokens(url + "/auth", SigningKey.in(folder.issuerKey()), Clock.systemUTC());
    System.out.println(tokens.sign(wanted(arguments, new Personas(folder.personas()))));
  }

  private static AccessTokens.Wanted wanted(Arguments arguments, Personas personas) {
    String scope = arguments.value("--scope").orElse("");
    String purpose = arguments.value("--purpose").orElse(null);
    Optional<String> client = arguments.value("--client");
    if (client.isPresent()) {
      String role = client.get().equals(Clients.LOADER) ? "service" : "integration_client";
      return new AccessTokens.Wanted(client.get(), List.of(role), scope, purpose);
    }
    Optional<String> subject = arguments.value("--subject");
    Optional<String> role = arguments.value("--role");
    if (subject.isPresent() && role.isPresent()) {
      return new AccessTokens.Wanted(subject.get(), List.of(role.get()), scope, purpose);
    }
    Persona persona = persona(arguments, personas);
    return new AccessTokens.Wanted(
        persona.subject(), role.map(List::of).orElse(persona.roles()), scope, purpose);
  }

  private static Persona persona(Arguments arguments, Personas personas) {
    Predicate<Persona> fits = _ -> true;
    Optional<String> role = arguments.value("--role");
    Optional<String> person = arguments.value("--staff").or(() -> arguments.value("--patient"));
    Optional<String> subject = arguments.value("--subject");
    if (role.isEmpty() && person.isEmpty() && subject.isEmpty()) {
      throw new WrongUsage("Say whose token: --role, --staff, --patient, --subject or --client.");
    }
    if (role.isPresent()) {
      fits = fits.and(it -> it.roles().contains(role.get()));
    }
    if (person.isPresent()) {
      fits = fits.and(it -> it.person().equals(person.get()) || it.subject().equals(person.get()));
    }
    if (subject.isPresent()) {
      fits = fits.and(it -> it.subject().equals(subject.get()));
    }
    return personas.all().stream()
        .filter(fits)
        .findFirst()
        .orElseThrow(
            () ->
                new WrongUsage(
                    "No persona fits. Maybe look at ./daybridge personas, or give --subject and"
                        + " --role of an account of your own."));
  }
}
