package org.daybridge.kit.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Mac;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Encrypts sensitive columns: government id, phone, e-mail, address, policy number. The context is
 * table, column and row id, so that a ciphertext moved to another row does not decrypt.
 */
@ApplicationScoped
public class FieldCipher {
  private final Aead aead;
  private final Mac mac;

  FieldCipher(CryptoSettings settings) {
    Keysets keys = Keysets.of(settings.keyset());
    this.aead = keys.aead();
    this.mac = keys.mac();
  }

  public byte[] encrypt(String text, String context) {
    try {
      return aead.encrypt(bytes(text), bytes(context));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A column could not be encrypted", e);
    }
  }

  public String decrypt(byte[] cipher, String context) {
    try {
      return new String(aead.decrypt(cipher, bytes(context)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A column could not be decrypted in its context", e);
    }
  }

  /**
   * A keyed fingerprint of a value for equality search, the same for values that differ only in
   * case, spaces or Unicode form.
   */
  public byte[] blindIndex(String value, String column) {
    String normal =
        Normalizer.normalize(value, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\s+", "");
    try {
      return mac.computeMac(bytes(column + "\n" + normal));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A blind index could not be computed", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
