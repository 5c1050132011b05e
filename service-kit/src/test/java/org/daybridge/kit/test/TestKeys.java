package org.daybridge.kit.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The issuer of the tests: one RSA key a JVM, published as a JWKS file. */
final class TestKeys {
  static final String ISSUER = "https://issuer.test";
  static final String KEY_ID = "test-key";

  private static final KeyPair TRUSTED = shared("daybridge.test.key.trusted");
  private static final KeyPair FOREIGN = shared("daybridge.test.key.foreign");

  private TestKeys() {}

  static KeyPair trusted() {
    return TRUSTED;
  }

  static KeyPair foreign() {
    return FOREIGN;
  }

  static Path jwksFile() {
    RSAPublicKey key = (RSAPublicKey) TRUSTED.getPublic();
    String jwks =
        "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}]}"
            .formatted(KEY_ID, url(key.getModulus()), url(key.getPublicExponent()));
    try {
      Path file = Files.createTempFile("daybridge-jwks", ".json");
      file.toFile().deleteOnExit();
      return Files.writeString(file, jwks);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String url(BigInteger number) {
    byte[] bytes = number.toByteArray();
    if (bytes[0] == 0) {
      bytes = java.util.Arrays.copyOfRange(bytes, 1, bytes.length);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** One pair a JVM: the test resource and the tests live in different class loaders. */
  private static KeyPair shared(String property) {
    synchronized (System.class) {
      String known = System.getProperty(property);
      if (known == null) {
        KeyPair made = pair();
        System.setProperty(
            property,
            encoded(made.getPublic().getEncoded()) + " " + encoded(made.getPrivate().getEncoded()));
        return made;
      }
      return decoded(known.split(" ", -1));
    }
  }

  private static KeyPair decoded(String[] parts) {
    try {
      KeyFactory keys = KeyFactory.getInstance("RSA");
      return new KeyPair(
          keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(parts[0]))),
          keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(parts[1]))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
