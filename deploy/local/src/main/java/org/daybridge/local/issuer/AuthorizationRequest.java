package org.daybridge.local.issuer;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A front end's wish to sign someone in.
 *
 * @param challenge the PKCE challenge, always of the S256 kind
 */
record AuthorizationRequest(
    String clientId, String redirectUri, String scope, String state, String challenge) {

  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

  /**
   * Reads the request. A bad client or redirect is answered here and never by a redirect: who would
   * receive it is not known to be allowed to.
   */
  static AuthorizationRequest from(Map<String, String> parameters, Clients clients) {
    Client client =
        clients
            .find(parameters.getOrDefault("client_id", ""))
            .orElseThrow(() -> OAuthRefusal.invalidRequest("The client_id is not known here."));
    String redirect = parameters.getOrDefault("redirect_uri", "");
    if (!client.mayReceiveAt(redirect)) {
      throw OAuthRefusal.invalidRequest("The redirect_uri is not allowed for this client.");
    }
    return new AuthorizationRequest(
        client.id(),
        redirect,
        parameters.getOrDefault("scope", ""),
        parameters.getOrDefault("state", ""),
        parameters.getOrDefault("code_challenge", ""));
  }

  /**
   * What is wrong with the rest, as the error code that the front end gets back; empty if nothing.
   */
  String fault(Map<String, String> parameters) {
    if (!"code".equals(parameters.get("response_type"))) {
      return "unsupported_response_type";
    }
    boolean pkce =
        "S256".equals(parameters.get("code_challenge_method"))
            && CHALLENGE.matcher(challenge).matches();
    if (!pkce) {
      return "invalid_request";
    }
    return Scopes.areWellFormed(scope) ? "" : "invalid_scope";
  }

  /** Where the browser goes next, with the answer in the query. */
  URI answer(String name, String value) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put(name, value);
    if (!state.isEmpty()) {
      query.put("state", state);
    }
    String encoded =
        query.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return URI.create(redirectUri + (redirectUri.contains("?") ? "&" : "?") + encoded);
  }
}
