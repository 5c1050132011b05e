package org.daybridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.daybridge.kit.http.JsonRules;
import org.daybridge.kit.outbox.Envelope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the services say to each other, word by word. */
class ContractTest {
  private static final Instant OCCURRED = Instant.parse("2026-03-09T14:30:00Z");
  private static final ObjectMapper JSON = json();

  static Stream<String> types() {
    return EventCatalog.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("types")
  void writesExactlyItsGoldenFileAndReadsItBack(String type) throws IOException {
    DomainEvent event = EventExamples.of(EventCatalog.all().get(type));
    Path file = fileOf(type);
    GoldenFile.check(file, JSON.writer(printer()).writeValueAsString(envelope(event)) + "\n");
    Envelope read = JSON.readValue(Files.readString(file), Envelope.class);
    assertThat(read.type()).isEqualTo(type);
    assertThat(JSON.treeToValue(read.payload(), event.getClass())).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("types")
  void isReadWithoutWhatMayBeMissingAndWithWhatIsNew(String type) throws IOException {
    Class<? extends DomainEvent> event = EventCatalog.all().get(type);
    ObjectNode payload = JSON.valueToTree(EventExamples.of(event));
    payload.put("addedInALaterRelease", 1);
    Stream.of(event.getRecordComponents())
        .filter(one -> one.getAnnotatedType().isAnnotationPresent(Nullable.class))
        .forEach(one -> payload.remove(one.getName()));
    assertThat(JSON.treeToValue(payload, event)).isInstanceOf(event);
  }

  @Test
  void noFileIsLeftOfAnEventThatIsGone() throws IOException {
    try (Stream<Path> files = Files.walk(GoldenFile.CONTRACT)) {
      assertThat(files.filter(file -> file.toString().endsWith(".json")))
          .containsExactlyInAnyOrderElementsOf(types().map(ContractTest::fileOf).toList());
    }
  }

  @Test
  void noTextTravelsButCodes() {
    assertThat(EventExamples.CODES.values()).allMatch(code -> code.matches("[\\w./:+-]+"));
    assertThat(EventExamples.CODES.keySet())
        .noneMatch(one -> one.matches("(?i).*(name|text|note|comment|phone|mail|address)"));
  }

  @Test
  void theAsyncApiDocumentIsCurrent() throws IOException {
    Map<String, ObjectNode> golden = new TreeMap<>();
    for (String type : types().toList()) {
      golden.put(type, (ObjectNode) JSON.readTree(Files.readString(fileOf(type))));
    }
    GoldenFile.check(GoldenFile.CONTRACT.resolve("asyncapi.yaml"), new AsyncApi(golden).write());
  }

  @Test
  void theTableOfEventsIsCurrent() {
    GoldenFile.check(EventTable.README, EventTable.page());
  }

  private static Path fileOf(String type) {
    String service = EventCatalog.producerOf(EventCatalog.all().get(type));
    return GoldenFile.CONTRACT.resolve(service).resolve(type + ".v1.json");
  }

  private static Envelope envelope(DomainEvent event) {
    Id patient = event.patientId();
    Id episode = event.episodeId();
    return new Envelope(
        EventExamples.id("eventId"),
        EventCatalog.typeOf(event),
        event.version(),
        OCCURRED,
        OCCURRED.plusMillis(12),
        EventCatalog.producerOf(event.getClass()),
        UUID.fromString("01900000-0000-7000-8000-000000000001"),
        patient == null ? null : patient.value(),
        episode == null ? null : episode.value(),
        event.aggregate().value(),
        1,
        EventExamples.id("correlationId"),
        null,
        EventExamples.id("actorId"),
        patient == null ? List.of() : List.of("PART2", "MENTAL"),
        JSON.valueToTree(event));
  }

  private static ObjectMapper json() {
    ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    new JsonRules().customize(json);
    return json.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  private static DefaultPrettyPrinter printer() {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER));
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    return printer;
  }
}
