package org.daybridge.records.attachment;

import static org.daybridge.kit.decision.Decision.applied;
import static org.daybridge.kit.decision.Decision.refused;
import static org.daybridge.kit.decision.Decision.refusedState;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.daybridge.contract.records.NoteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.records.note.Note;

/** One file: what it is, its size and its hash. Its bytes are read apart. */
public record Attachment(
    UUID id, NoteId note, Type type, int size, String hash, StaffId addedBy, Instant addedAt) {

  /** What may be attached, recognized by how its bytes begin. */
  public enum Type {
    PDF("application/pdf", "25504446"),
    PNG("image/png", "89504e470d0a1a0a"),
    JPEG("image/jpeg", "ffd8ff");

    private final String mediaType;
    private final String beginning;

    Type(String mediaType, String beginning) {
      this.mediaType = mediaType;
      this.beginning = beginning;
    }

    public String mediaType() {
      return mediaType;
    }

    /** Whether these bytes are what they say they are. */
    public boolean begins(byte[] bytes) {
      var start = HexFormat.of().parseHex(beginning);
      return bytes.length > start.length
          && Arrays.equals(start, Arrays.copyOf(bytes, start.length));
    }
  }

  private static final int MOST = 10;

  /** Its author attaches a few files to a draft. */
  public static Decision<Attachment, Void> attach(Attachment proposed, Note note, int already) {
    if (!(note.state() instanceof Note.Draft)) {
      return refusedState("note-signed", "files are attached to a draft");
    }
    if (!note.author().equals(proposed.addedBy())) {
      return refused("draft-belongs-to-author", "only its author attaches files to a draft");
    }
    if (already >= MOST) {
      return refused("attachments-are-few", "a note has at most " + MOST);
    }
    return applied(proposed);
  }
}
