package org.daybridge.local.issuer;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program that may ask for tokens. A front end is public and signs a persona in; a system has a
 * secret and signs itself in.
 *
 * @param secret the system's secret, none for a front end
 * @param roles the roles of a system's own tokens
 */
public record Client(String id, @Nullable String secret, List<String> roles) {

  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
  private static final String APP_SCHEME = "org.daybridge.app";

  public Client {
    roles = List.copyOf(roles);
  }

  static Client frontEnd(String id) {
    return new Client(id, null, List.of());
  }

  static Client system(String id, String secret, String role) {
    return new Client(id, secret, List.of(role));
  }

  /** A front end on this machine, on any port and path, or the phone app's own scheme. */
  boolean mayReceiveAt(String redirect) {
    if (secret != null) {
      return false;
    }
    try {
      URI uri = new URI(redirect);
      if (uri.getFragment() != null || uri.getUserInfo() != null) {
        return false;
      }
      boolean loopback = "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost());
      return loopback || APP_SCHEME.equals(uri.getScheme());
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  boolean knows(String claimed) {
    return secret != null
        && MessageDigest.isEqual(
            secret.getBytes(StandardCharsets.UTF_8), claimed.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Client[" + id + "]";
  }
}
