package org.daybridge.local.issuer;

import java.security.SecureRandom;
import java.util.Base64;

/** Strings that can't be guessed: codes, refresh tokens, secrets. */
final class Opaque {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Opaque() {}

  static String draw() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
