package org.daybridge.local.issuer;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The issuer's endpoints below {@code /auth}. */
public final class IssuerRoutes {

  private static final int LONGEST_FORM = 16 * 1024;

  private final Issuer issuer;

  /** Endpoints of this issuer. */
  public IssuerRoutes(Issuer issuer) {
    this.issuer = issuer;
  }

  /** Answers a request, whose path is given without {@code /auth}. */
  public void answer(HttpServerRequest request, String path) {
    String wanted = request.method() + " " + path;
    switch (wanted) {
      case "GET /jwks" -> json(request.response(), 200, issuer.keySet());
      case "GET /authorize" -> guarded(request, () -> pick(request, query(request)));
      case "POST /authorize" -> withForm(request, form -> picked(request, form));
      case "POST /token" -> withForm(request, form -> token(request, form));
      case "POST /logout" -> withForm(request, form -> signOut(request, form));
      case "GET /logout" -> guarded(request, () -> signedOut(request, query(request)));
      default -> refuse(request.response(), 404, "not_found", "The issuer has no such endpoint.");
    }
  }

  /** The SMART configuration, which is asked for at the root and below {@code /fhir}. */
  public void answerSmartConfiguration(HttpServerRequest request) {
    json(request.response(), 200, issuer.smartConfiguration());
  }

  private void pick(HttpServerRequest request, Map<String, String> parameters) {
    AuthorizationRequest wish = issuer.request(parameters);
    String fault = wish.fault(parameters);
    if (fault.isEmpty()) {
      html(
          request.response(), PersonaPage.of(wish.clientId(), parameters, issuer.personas().all()));
    } else {
      redirect(request.response(), wish.answer("error", fault));
    }
  }

  private void picked(HttpServerRequest request, Map<String, String> form) {
    AuthorizationRequest wish = issuer.request(form);
    String fault = wish.fault(form);
    redirect(
        request.response(),
        fault.isEmpty()
            ? issuer.signIn(wish, form.getOrDefault("subject", ""))
            : wish.answer("error", fault));
  }

  private void token(HttpServerRequest request, Map<String, String> form) {
    JsonObject answer = issuer.token(form, request.getHeader("Authorization"));
    json(request.response(), 200, answer);
  }

  private void signOut(HttpServerRequest request, Map<String, String> form) {
    issuer.signOut(form.getOrDefault("refresh_token", form.getOrDefault("token", "")));
    request.response().setStatusCode(204).end();
  }

  private void signedOut(HttpServerRequest request, Map<String, String> query) {
    issuer.signOut(query.getOrDefault("refresh_token", ""));
    String next = query.getOrDefault("post_logout_redirect_uri", "");
    if (issuer.mayReceiveAt(query.getOrDefault("client_id", ""), next)) {
      redirect(request.response(), URI.create(next));
    } else {
      html(
          request.response(), "<!doctype html><title>Signed out</title><p>You are signed out.</p>");
    }
  }

  private static Map<String, String> query(HttpServerRequest request) {
    return flat(new QueryStringDecoder(request.uri()));
  }

  private static Map<String, String> flat(QueryStringDecoder decoder) {
    Map<String, String> values = new LinkedHashMap<>();
    decoder.parameters().forEach((name, given) -> values.put(name, given.getFirst()));
    return values;
  }

  private void withForm(HttpServerRequest request, Consumer<Map<String, String>> work) {
    String type = request.getHeader("Content-Type");
    if (type == null || !type.startsWith("application/x-www-form-urlencoded")) {
      refuse(request.response(), 415, "invalid_request", "A form is wanted.");
      return;
    }
    request
        .body()
        .onSuccess(
            body -> {
              if (body.length() > LONGEST_FORM) {
                refuse(request.response(), 413, "invalid_request", "The form is too long.");
              } else {
                guarded(
                    request,
                    () -> work.accept(flat(new QueryStringDecoder(body.toString(), false))));
              }
            });
  }

  private static void guarded(HttpServerRequest request, Runnable work) {
    try {
      work.run();
    } catch (OAuthRefusal refusal) {
      if (refusal.status() == 401) {
        request.response().putHeader("WWW-Authenticate", "Basic realm=\"daybridge\"");
      }
      json(request.response(), refusal.status(), refusal.toJson());
    } catch (IllegalArgumentException malformed) {
      refuse(request.response(), 400, "invalid_request", "The request is not well formed.");
    }
  }

  private static void refuse(
      HttpServerResponse response, int status, String error, String description) {
    json(
        response,
        status,
        new JsonObject().put("error", error).put("error_description", description));
  }

  private static void json(HttpServerResponse response, int status, JsonObject body) {
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(body.encode());
  }

  private static void html(HttpServerResponse response, String page) {
    response
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .putHeader(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
        .end(page);
  }

  private static void redirect(HttpServerResponse response, URI next) {
    response
        .setStatusCode(303)
        .putHeader("Location", next.toString())
        .putHeader("Cache-Control", "no-store")
        .end();
  }
}
