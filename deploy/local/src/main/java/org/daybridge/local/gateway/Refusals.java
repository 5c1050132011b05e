package org.daybridge.local.gateway;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What the gateway itself answers when there is nothing to forward to. */
final class Refusals {

  static final String PROBLEM = "application/problem+json";
  static final String FHIR = "application/fhir+json";
  static final String TYPE_BASE = "https://daybridge.org/problems/";

  private Refusals() {}

  static JsonObject problem(int status, String slug, String title, String detail) {
    return new JsonObject()
        .put("type", TYPE_BASE + slug)
        .put("title", title)
        .put("status", status)
        .put("detail", detail);
  }

  static JsonObject outcome(String code, String diagnostics) {
    return new JsonObject()
        .put("resourceType", "OperationOutcome")
        .put(
            "issue",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("severity", "error")
                        .put("code", code)
                        .put("diagnostics", diagnostics)));
  }

  static void answer(HttpServerRequest request, Route.Refused refused) {
    end(
        request,
        refused.status(),
        PROBLEM,
        problem(refused.status(), refused.slug(), refused.title(), refused.detail()));
  }

  static void answer(HttpServerRequest request, Route.FhirRefused refused) {
    end(request, refused.status(), FHIR, outcome(refused.code(), refused.diagnostics()));
  }

  static void end(HttpServerRequest request, int status, String type, JsonObject body) {
    request.response().setStatusCode(status).putHeader("Content-Type", type).end(body.encode());
  }
}
