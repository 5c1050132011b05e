package org.daybridge.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The table of all events in {@code deploy/README.md}, between its two markers. */
final class EventTable {
  static final Path README = Path.of("../deploy/README.md");
  private static final String BEGIN = "<!-- events: made by ContractTest -->";
  private static final String END = "<!-- /events -->";

  private EventTable() {}

  static String keyOf(Class<? extends DomainEvent> event) {
    DomainEvent example = EventExamples.of(event);
    return example.patientId() == null
        ? example.aggregate().getClass().getSimpleName()
        : "PatientId";
  }

  /** The page with its table as it should be; a page without the markers gets them at its end. */
  static String page() {
    String page = present();
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      return page + "\n## Events\n\n" + section() + "\n";
    }
    return page.substring(0, begin) + section() + page.substring(end + END.length());
  }

  private static String present() {
    try {
      return Files.exists(README) ? Files.readString(README) : "# Five services, one system\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String section() {
    Map<String, String> meanings = EventSources.meanings();
    StringBuilder table = new StringBuilder(BEGIN).append('\n');
    table.append("| topic | event | key | what it says |\n|---|---|---|---|\n");
    for (String service :
        List.of("intake", "scheduling", "clinical-records", "medication", "outcomes")) {
      EventCatalog.all()
          .forEach(
              (type, event) -> {
                if (EventCatalog.producerOf(event).equals(service)) {
                  table.append(
                      "| `daybridge.%s.v1` | `%s` | `%s` | %s |%n"
                          .formatted(service, type, keyOf(event), meanings.get(type)));
                }
              });
    }
    return table.append(END).toString();
  }
}
