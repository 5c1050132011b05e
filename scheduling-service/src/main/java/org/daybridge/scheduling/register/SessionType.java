package org.daybridge.scheduling.register;

/**
 * A kind of session, as data: what it counts for and whom it takes.
 *
 * @param code the catalog's key, such as {@code process-group}
 * @param name what staff call it
 * @param modality the plan's word for it, such as GROUP_THERAPY
 * @param clinical minutes count towards the weekly hours
 * @param billable may be billed at all
 * @param needsNote documented by a signed note
 * @param seats which capacity rule holds
 * @param need what the facilitator must hold
 * @param creditMinutes own threshold of a creditable service, 0 for the usual share
 */
public record SessionType(
    String code,
    String name,
    String modality,
    boolean clinical,
    boolean billable,
    boolean needsNote,
    Seats seats,
    Credentials.Need need,
    int creditMinutes)
    implements Entry {

  /** Who decides how many people a session takes. */
  public enum Seats {
    /** One patient. */
    INDIVIDUAL,
    /** One patient with the people who belong to the patient. */
    FAMILY,
    /** A clinical group: 12 by default, more with a second facilitator if the rule pack says so. */
    GROUP,
    /** Education and life skills: larger. */
    EDUCATION,
    /** Multi-family and outside-speaker events, mutual support, alumni: no cap of their own. */
    OPEN
  }
}
