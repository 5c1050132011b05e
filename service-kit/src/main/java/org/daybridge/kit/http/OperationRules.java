package org.daybridge.kit.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.daybridge.kit.problem.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Says in the OpenAPI document what holds for every operation: the permission that it needs, the
 * problems that it answers with, and the headers that all requests of its kind take.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OperationRules implements OASFilter {
  private static final String TOKEN = "bearer";
  private static final Map<String, String> EVERYWHERE =
      new TreeMap<>(
          Map.of(
              "400", "The request can't be read",
              "401", "No valid token came with the request",
              "403", "The role may not do this",
              "404", "There is no such thing that the caller can see",
              "429", "Too many requests",
              "503", "The service can't answer for the moment"));
  private static final Map<String, String> FOR_BODIES =
      new TreeMap<>(
          Map.of(
              "409", "The present state, or another request, stands in the way",
              "413", "The body is too large",
              "415", "This media type is not taken",
              "422", "The request breaks a rule"));
  private static final Map<String, String> FOR_VERSIONS =
      new TreeMap<>(
          Map.of(
              "412", "The copy that was changed is not the newest",
              "428", "If-Match is missing"));

  private final EndpointIndex endpoints;

  public OperationRules(IndexView index) {
    this.endpoints = new EndpointIndex(index);
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    document
        .getComponents()
        .addSchema("Problem", problem())
        .addSecurityScheme(
            TOKEN,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT"));
    document.getComponents().getSchemas().values().forEach(OperationRules::bareId);
    if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
      document.getPaths().getPathItems().forEach(this::describe);
    }
  }

  private void describe(String path, PathItem item) {
    item.getOperations().forEach((method, operation) -> describe(path, method.name(), operation));
  }

  private void describe(String path, String method, Operation operation) {
    String permission = endpoints.permission(method.toUpperCase(Locale.ROOT), path);
    if (!permission.isEmpty()) {
      operation.addExtension("x-permission", permission);
      operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN)));
    }
    boolean fhir = path.startsWith("/fhir");
    bareTypes(operation);
    add(operation, EVERYWHERE, fhir);
    header(operation, RequestIds.HEADER, "Id of the request; it comes back in the answer.", "uuid");
    if (!"GET".equals(method)) {
      add(operation, FOR_BODIES, fhir);
    }
    if ("POST".equals(method)) {
      header(
          operation,
          Idempotency.HEADER,
          "A retry with the same key and body gets the first answer again. Kept 24 hours.",
          null);
    }
    if (has(operation, "If-Match")) {
      add(operation, FOR_VERSIONS, fhir);
    }
  }

  /** How much the server would like to send a type ({@code ;qs=}) is no part of its name. */
  private static void bareTypes(Operation operation) {
    if (operation.getResponses() == null) return;
    for (APIResponse response : operation.getResponses().getAPIResponses().values()) {
      if (response.getContent() != null) {
        Content bare = OASFactory.createContent();
        response
            .getContent()
            .getMediaTypes()
            .forEach(
                (type, body) -> bare.addMediaType(type.replaceFirst(";qs=[0-9.]+$", ""), body));
        response.setContent(bare);
      }
    }
  }

  private static void add(Operation operation, Map<String, String> problems, boolean fhir) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    problems.forEach(
        (status, description) -> {
          if (!operation.getResponses().hasAPIResponse(status)) {
            operation.getResponses().addAPIResponse(status, answer(description, fhir));
          }
        });
  }

  private static APIResponse answer(String description, boolean fhir) {
    APIResponse answer = OASFactory.createAPIResponse().description(description);
    Schema schema =
        fhir
            ? OASFactory.createSchema().addType(Schema.SchemaType.OBJECT)
            : OASFactory.createSchema().ref("#/components/schemas/Problem");
    return answer.content(
        OASFactory.createContent()
            .addMediaType(
                fhir ? "application/fhir+json" : Problem.MEDIA_TYPE,
                OASFactory.createMediaType().schema(schema)));
  }

  private static void header(
      Operation operation, String name, String description, @Nullable String format) {
    if (!has(operation, name)) {
      Schema schema = OASFactory.createSchema().addType(Schema.SchemaType.STRING).format(format);
      operation.addParameter(
          OASFactory.createParameter()
              .name(name)
              .in(Parameter.In.HEADER)
              .required(false)
              .description(description)
              .schema(format == null ? schema.maxLength(255) : schema));
    }
  }

  private static boolean has(Operation operation, String header) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(one -> header.equals(one.getName()));
  }

  /** Ids are records around a UUID in the code and bare UUIDs on the wire. */
  private static void bareId(Schema schema) {
    Map<String, Schema> properties = schema.getProperties();
    boolean id =
        properties != null
            && properties.size() == 1
            && properties.get("value") != null
            && isUuid(properties.get("value"));
    if (id) {
      schema.setProperties(null);
      schema.setRequired(null);
      schema.setType(List.of(Schema.SchemaType.STRING));
      schema.setFormat("uuid");
    }
  }

  private static boolean isUuid(Schema schema) {
    return "uuid".equals(schema.getFormat())
        || schema.getRef() != null && schema.getRef().endsWith("/UUID");
  }

  private static Schema problem() {
    Schema problem = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
    for (String name : List.of("type", "title", "detail", "ruleId", "source", "requestId")) {
      problem.addProperty(name, OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }
    Schema violation =
        OASFactory.createSchema()
            .addType(Schema.SchemaType.OBJECT)
            .addProperty("field", OASFactory.createSchema().addType(Schema.SchemaType.STRING))
            .addProperty("message", OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    return problem
        .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
        .addProperty(
            "violations",
            OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(violation))
        .required(List.of("type", "title", "status"));
  }
}
