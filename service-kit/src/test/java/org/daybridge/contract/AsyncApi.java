package org.daybridge.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.Map;
import org.daybridge.kit.outbox.Envelope;

/**
 * The AsyncAPI 3 document of all topics: schemas from the records, examples from the golden files.
 */
final class AsyncApi {
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .build());

  private final Map<String, ObjectNode> golden;
  private final Map<String, String> meanings = EventSources.meanings();
  private final ObjectNode document = YAML.createObjectNode();
  private final ObjectNode channels;
  private final ObjectNode operations;
  private final ObjectNode messages;
  private final ObjectNode schemas;

  AsyncApi(Map<String, ObjectNode> golden) {
    this.golden = golden;
    document.put("asyncapi", "3.0.0");
    document
        .putObject("info")
        .put("title", "Daybridge events")
        .put("version", "1.0.0")
        .put(
            "description",
            "Facts that the services announce after they were committed. Ids, codes, dates and"
                + " numbers only; order holds per key and topic.");
    document.put("defaultContentType", "application/json");
    this.channels = document.putObject("channels");
    this.operations = document.putObject("operations");
    ObjectNode components = document.putObject("components");
    this.messages = components.putObject("messages");
    this.schemas = components.putObject("schemas");
  }

  String write() {
    schemas.set("Envelope", EventSchema.of(Envelope.class));
    EventCatalog.all().forEach(this::event);
    try {
      return YAML.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void event(String type, Class<? extends DomainEvent> event) {
    channel(EventCatalog.producerOf(event))
        .withObjectProperty("messages")
        .putObject(type)
        .put("$ref", "#/components/messages/" + type);
    schemas.set(type, EventSchema.of(event));
    ObjectNode message = messages.putObject(type);
    message.put("name", type).put("title", type).put("summary", meanings.get(type));
    var parts = message.putObject("payload").putArray("allOf");
    parts.addObject().put("$ref", "#/components/schemas/Envelope");
    ObjectNode own = parts.addObject().put("type", "object").putObject("properties");
    own.putObject("type").put("const", type);
    own.putObject("payload").put("$ref", "#/components/schemas/" + type);
    ObjectNode example = message.putArray("examples").addObject().put("name", type);
    example.set("payload", golden.get(type));
    message
        .putObject("bindings")
        .putObject("kafka")
        .putObject("key")
        .put("type", "string")
        .put("format", "uuid")
        .put("description", EventTable.keyOf(event));
  }

  private ObjectNode channel(String service) {
    if (channels.get(service) instanceof ObjectNode known) {
      return known;
    }
    operations
        .putObject("announce-" + service)
        .put("action", "send")
        .put("summary", "What " + service + " announces")
        .putObject("channel")
        .put("$ref", "#/channels/" + service);
    return channels
        .putObject(service)
        .put("address", "daybridge." + service + ".v1")
        .put("title", service);
  }
}
