package org.daybridge.outcomes.notice.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.daybridge.outcomes.notice.NoticeSettings;
import org.daybridge.outcomes.notice.Notices;

/**
 * Tells a target by a POST that it can check. {@code Daybridge-Signature} is {@code t=<seconds>,
 * v1=<hex>}: the HMAC-SHA-256 of the seconds, a full stop and the body, so that an old notice can't
 * be played again. The body says that somebody is needed and names the case by its id, nothing
 * else. Redirections are not followed, and addresses inside one's own network are not reached
 * unless they are trusted.
 */
final class SignedPost {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEXT = "Somebody on duty is needed. Sign in to Daybridge.";

  private final HttpClient client;
  private final Duration timeout;
  private final Set<String> trusted;

  /** How it ended; {@code told} is a status or a word, nothing of the target's own. */
  record Answer(boolean heard, String told) {}

  SignedPost(NoticeSettings settings) {
    this.timeout = Duration.ofSeconds(settings.timeoutSeconds());
    this.trusted = settings.trustedHosts().orElse(Set.of());
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  Answer send(Notices.Due due, String secret) {
    try {
      if (!mayReach(due.url())) {
        return new Answer(false, "not an address outside");
      }
      String body = body(due);
      long seconds = Instant.now().getEpochSecond();
      HttpRequest request =
          HttpRequest.newBuilder(due.url())
              .timeout(timeout)
              .header("Content-Type", "application/json")
              .header("Daybridge-Notice-Id", due.notice().toString())
              .header(
                  "Daybridge-Signature", "t=" + seconds + ",v1=" + signature(secret, seconds, body))
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
      int status = answer.statusCode();
      return new Answer(status >= 200 && status < 300, Integer.toString(status));
    } catch (UnknownHostException e) {
      return new Answer(false, "unknown host");
    } catch (IOException e) {
      return new Answer(false, "no answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(false, "interrupted");
    }
  }

  private boolean mayReach(URI url) throws UnknownHostException {
    if (trusted.contains(url.getHost())) {
      return true;
    }
    for (InetAddress one : InetAddress.getAllByName(url.getHost())) {
      if (isInside(one)) {
        return false;
      }
    }
    return true;
  }

  /** Loopback, link-local with the clouds' metadata, private and unique-local addresses. */
  private static boolean isInside(InetAddress one) {
    byte first = one.getAddress()[0];
    boolean uniqueLocal = one.getAddress().length == 16 && (first & 0xfe) == 0xfc;
    return one.isLoopbackAddress()
        || one.isLinkLocalAddress()
        || one.isSiteLocalAddress()
        || one.isAnyLocalAddress()
        || one.isMulticastAddress()
        || uniqueLocal;
  }

  private static String body(Notices.Due due) {
    ObjectNode body = JSON.createObjectNode();
    body.put("noticeId", due.notice().toString());
    body.put("kind", due.kind().name());
    if (due.riskCase() != null) {
      body.put("caseId", due.riskCase().toString());
    }
    body.put("raisedAt", due.raisedAt().toString()).put("text", TEXT);
    return body.toString();
  }

  static String signature(String secret, long seconds, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of()
          .formatHex(mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A notice can't be signed", e);
    }
  }
}
