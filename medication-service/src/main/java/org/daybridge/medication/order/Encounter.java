package org.daybridge.medication.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How prescriber and person met when a dose was written; and the practitioner who could not be
 * there, when the prescriber stands in for one.
 */
public record Encounter(Kind kind, @Nullable UUID coveringFor) {
  public static final Encounter NOT_STATED = new Encounter(Kind.NOT_STATED, null);

  /** What is not stated is taken for telehealth: the stricter rule holds. */
  public enum Kind {
    IN_PERSON,
    VIDEO,
    /** The person is in a registered hospital or clinic, or beside a registered practitioner. */
    VIDEO_BESIDE_REGISTRANT,
    AUDIO,
    NOT_STATED
  }
}
