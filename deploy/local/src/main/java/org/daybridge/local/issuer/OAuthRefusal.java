package org.daybridge.local.issuer;

import io.vertx.core.json.JsonObject;

/** A refused request at the token endpoint, in the words of RFC 6749 section 5.2. */
public final class OAuthRefusal extends RuntimeException {

  private final int status;
  private final String error;

  private OAuthRefusal(int status, String error, String description) {
    super(description);
    this.status = status;
    this.error = error;
  }

  static OAuthRefusal invalidRequest(String description) {
    return new OAuthRefusal(400, "invalid_request", description);
  }

  static OAuthRefusal invalidGrant(String description) {
    return new OAuthRefusal(400, "invalid_grant", description);
  }

  static OAuthRefusal invalidScope(String description) {
    return new OAuthRefusal(400, "invalid_scope", description);
  }

  static OAuthRefusal invalidClient(String description) {
    return new OAuthRefusal(401, "invalid_client", description);
  }

  static OAuthRefusal unsupportedGrant(String description) {
    return new OAuthRefusal(400, "unsupported_grant_type", description);
  }

  int status() {
    return status;
  }

  String error() {
    return error;
  }

  JsonObject toJson() {
    return new JsonObject().put("error", error).put("error_description", getMessage());
  }
}
