package org.daybridge.local.issuer;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Scopes as RFC 6749 section 3.3 writes them; what they allow is the services' business. */
final class Scopes {

  private static final Pattern WORD = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

  private Scopes() {}

  static boolean areWellFormed(String scope) {
    return scope.isEmpty()
        || scope.length() <= 2_000
            && Stream.of(scope.split(" ", -1)).allMatch(word -> WORD.matcher(word).matches());
  }

  /** Whether each word of the narrower scope is in the wider one. */
  static boolean contains(String wider, String narrower) {
    return Set.of(wider.split(" ", -1)).containsAll(Set.of(narrower.split(" ", -1)));
  }
}
