package org.daybridge.local.issuer;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page where one picks whom to be. */
final class PersonaPage {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Who are you today?</title>
      <style>
      body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 40rem; padding: 0 1rem; }
      h1 { font-size: 1.4rem; } h2 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
      button { display: block; width: 100%%; text-align: left; font: inherit; padding: .6rem .8rem;
        margin: .3rem 0; border: 1px solid #8888; border-radius: .4rem; background: none; cursor: pointer; }
      button:hover, button:focus { border-color: #06c; }
      small { color: #666; }
      </style>
      </head>
      <body>
      <h1>Who are you today?</h1>
      <p>These people are made up. <strong>%s</strong> will act as the one you pick.</p>
      <form method="post" action="authorize">
      %s
      %s
      </form>
      </body>
      </html>
      """;

  private PersonaPage() {}

  static String of(String clientId, Map<String, String> parameters, List<Persona> personas) {
    String hidden =
        parameters.entrySet().stream()
            .map(
                it ->
                    "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(escape(it.getKey()), escape(it.getValue())))
            .collect(Collectors.joining("\n"));
    StringBuilder groups = new StringBuilder();
    for (Persona.Kind kind : Persona.Kind.values()) {
      List<Persona> ofKind = personas.stream().filter(it -> it.kind() == kind).toList();
      if (!ofKind.isEmpty()) {
        groups.append("<h2>").append(heading(kind)).append("</h2>\n");
        ofKind.forEach(it -> groups.append(button(it)));
      }
    }
    return PAGE.formatted(escape(clientId), hidden, groups);
  }

  private static String heading(Persona.Kind kind) {
    return switch (kind) {
      case STAFF -> "Staff";
      case PATIENT -> "Patients";
      case PROXY -> "Family and other proxies";
    };
  }

  private static String button(Persona persona) {
    return "<button name=\"subject\" value=\"%s\">%s <small>%s</small></button>\n"
        .formatted(
            escape(persona.subject()),
            escape(persona.displayName()),
            escape(String.join(", ", persona.roles())));
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
