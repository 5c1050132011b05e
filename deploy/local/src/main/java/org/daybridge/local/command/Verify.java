package org.daybridge.local.command;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.jackson.JacksonCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Checks an export of signed documents without any service: each object with a {@code canonical}
 * text and a {@code contentHash}, wherever it stands in the file, must agree.
 */
final class Verify {

  private Verify() {}

  static void run(List<String> given) throws IOException {
    Arguments arguments = Arguments.parse(given, Set.of(), Set.of());
    if (arguments.words().isEmpty()) {
      throw new WrongUsage("usage: ./daybridge verify FILE …");
    }
    int checked = 0;
    List<String> broken = new ArrayList<>();
    for (String file : arguments.words()) {
      for (JsonObject document : documents(Path.of(file))) {
        checked++;
        if (!holds(document)) {
          broken.add(document.getString("kind", "document") + " " + document.getString("id", ""));
        }
      }
    }
    if (checked == 0) {
      throw new WrongUsage("There is no signed document in " + arguments.words());
    }
    if (!broken.isEmpty()) {
      throw new IllegalStateException(
          broken.size() + " of " + checked + " do not agree with their hash: " + broken);
    }
    System.out.println("All " + checked + " signed documents agree with their hashes.");
  }

  static List<JsonObject> documents(Path file) throws IOException {
    List<JsonObject> found = new ArrayList<>();
    gather(new JacksonCodec().fromString(Files.readString(file), Object.class), found);
    return found;
  }

  private static void gather(Object node, List<JsonObject> found) {
    switch (node) {
      case JsonObject object -> {
        if (object.getValue("canonical") instanceof String
            && object.getValue("contentHash") instanceof String) {
          found.add(object);
        }
        object.forEach(entry -> gather(entry.getValue(), found));
      }
      case JsonArray array -> array.forEach(each -> gather(each, found));
      case null, default -> {}
    }
  }

  static boolean holds(JsonObject document) {
    byte[] text = document.getString("canonical").getBytes(StandardCharsets.UTF_8);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return ("sha256:" + HexFormat.of().formatHex(digest))
          .equals(document.getString("contentHash"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
