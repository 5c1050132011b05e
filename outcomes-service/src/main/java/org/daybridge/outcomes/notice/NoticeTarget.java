package org.daybridge.outcomes.notice;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.UUID;
import org.daybridge.kit.decision.Decision;

/**
 * A place that is told of alarms, by a POST over HTTPS that it can check: the signature is made
 * with a secret that only both know.
 */
public record NoticeTarget(UUID id, String name, URI url, boolean active) {

  /**
   * Enters a target. Its address is one of the outside world; {@code trusted} names the hosts that
   * may be reached inside and without TLS.
   */
  public static Decision<NoticeTarget, Void> entered(
      UUID id, String name, String address, Set<String> trusted) {
    URI url;
    try {
      url = new URI(address);
    } catch (URISyntaxException e) {
      return outside();
    }
    boolean known = url.getHost() != null && trusted.contains(url.getHost());
    boolean plain = "http".equals(url.getScheme()) && known;
    if (url.getHost() == null
        || url.getUserInfo() != null
        || url.getFragment() != null
        || !("https".equals(url.getScheme()) || plain)) {
      return outside();
    }
    return Decision.applied(new NoticeTarget(id, name, url, true));
  }

  private static <T> Decision<T, Void> outside() {
    return Decision.refused("notice-target-is-outside", "it has to be an https address");
  }
}
