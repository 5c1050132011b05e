package org.daybridge.local.issuer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** The RSA key that signs a local stack's tokens: made at its first start, kept in its folder. */
public final class SigningKey {

  private static final int BITS = 2048;
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final RSAPrivateCrtKey secret;
  private final RSAPublicKey open;
  private final String keyId;

  private SigningKey(RSAPrivateCrtKey secret, RSAPublicKey open) throws GeneralSecurityException {
    this.secret = secret;
    this.open = open;
    this.keyId = thumbprint();
  }

  /** Reads the key of this file, or makes one. */
  public static SigningKey in(Path file) throws IOException {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      byte[] encoded = Base64.getMimeDecoder().decode(Files.readString(file));
      KeyFactory keys = KeyFactory.getInstance("RSA");
      var secret = (RSAPrivateCrtKey) keys.generatePrivate(new PKCS8EncodedKeySpec(encoded));
      var open =
          (RSAPublicKey)
              keys.generatePublic(
                  new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
      return new SigningKey(secret, open);
    } catch (GeneralSecurityException unreadable) {
      throw new IOException(
          "The signing key " + file + " can't be read. Maybe remove it: a new one is made.",
          unreadable);
    }
  }

  private static void make(Path file) throws GeneralSecurityException, IOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(BITS);
    byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(next);
    Files.createFile(next, ownerOnly(file));
    Files.writeString(
        next, Base64.getMimeEncoder().encodeToString(encoded), StandardOpenOption.WRITE);
    Files.move(next, file);
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Signs the claims with RS256: verifying it costs a tenth of what the curves cost. */
  public String sign(JsonObject claims) {
    JsonObject header = new JsonObject().put("alg", "RS256").put("typ", "JWT").put("kid", keyId);
    String content = encoded(header) + "." + encoded(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(secret);
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + BASE64URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("This JDK can't sign with RS256.", impossible);
    }
  }

  /** The key set that services verify with. */
  public JsonObject keySet() {
    JsonObject key =
        new JsonObject()
            .put("kty", "RSA")
            .put("use", "sig")
            .put("alg", "RS256")
            .put("kid", keyId)
            .put("n", unsigned(open.getModulus()))
            .put("e", unsigned(open.getPublicExponent()));
    return new JsonObject().put("keys", new JsonArray().add(key));
  }

  /** RFC 7638: the hash of the key's required members in their order. */
  private String thumbprint() throws GeneralSecurityException {
    String members =
        "{\"e\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\"}"
            .formatted(unsigned(open.getPublicExponent()), unsigned(open.getModulus()));
    return BASE64URL.encodeToString(
        MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String encoded(JsonObject part) {
    return BASE64URL.encodeToString(part.encode().getBytes(StandardCharsets.UTF_8));
  }

  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return BASE64URL.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
  }
}
