package org.daybridge.records.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 over the UTF-8 bytes of a canonical form, written as {@code sha256:} and 64 digits. */
public record ContentHash(String value) {

  private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");

  public ContentHash {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a content hash is sha256: and 64 hexadecimal digits");
    }
  }

  public static ContentHash of(String canonical) {
    return of(canonical.getBytes(StandardCharsets.UTF_8));
  }

  public static ContentHash of(byte[] bytes) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new ContentHash("sha256:" + HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The beginning, for a line on paper; the whole hash is in the record. */
  public String shortForm() {
    return value.substring(0, 23);
  }

  public boolean matches(String canonical) {
    return of(canonical).equals(this);
  }
}
