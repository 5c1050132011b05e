package org.daybridge.local.issuer;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The personas of a stack. A stack that has loaded the sample clinic keeps its own list, with the
 * ids that the people got; until then the list of the sample clinic holds.
 */
public final class Personas {

  private static final String SAMPLE = "/sample/personas.json";

  private final Path file;

  /** The personas kept in this file. */
  public Personas(Path file) {
    this.file = file;
  }

  /** Everyone, as the file stands now. */
  public List<Persona> all() {
    try {
      if (Files.exists(file)) {
        return parse(Buffer.buffer(Files.readAllBytes(file)));
      }
      return ofTheSample();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The personas in " + file + " can't be read.", unreadable);
    }
  }

  /** The personas of the sample clinic as its file has them: by natural key, without ids. */
  public static List<Persona> ofTheSample() throws IOException {
    try (InputStream sample = Personas.class.getResourceAsStream(SAMPLE)) {
      return sample == null ? List.of() : parse(Buffer.buffer(sample.readAllBytes()));
    }
  }

  private static List<Persona> parse(Buffer json) {
    return new JsonArray(json).stream().map(it -> Persona.from((JsonObject) it)).toList();
  }

  /** The persona of this subject. */
  public Optional<Persona> find(String subject) {
    return all().stream().filter(it -> it.subject().equals(subject)).findFirst();
  }

  /** Replaces the list in one step. */
  public void keep(List<Persona> personas) throws IOException {
    JsonArray json = new JsonArray();
    personas.forEach(it -> json.add(it.toJson()));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(next, json.encodePrettily());
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
