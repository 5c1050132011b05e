package org.daybridge.kit.identity;

import java.util.ArrayList;
import java.util.List;

/**
 * Sensitivity labels of a row as a bit mask: set when it is written, never worked out when read. A
 * grant names the labels that its holder may see. Codes outside are those of HL7 v3-ActCode.
 */
public final class Labels {
  public static final int NONE = 0;

  /** Identifies a person as a patient of a substance-use program (42 CFR Part 2). */
  public static final int PART2 = 1;

  /** Mental-health information: the default of everything clinical. */
  public static final int MENTAL = 2;

  /** Psychotherapy note (45 CFR 164.501): its author only. */
  public static final int PSYTHPN = 4;

  /** Substance-use counselling note kept apart (42 CFR 2.11): its author only. */
  public static final int SUDCN = 8;

  public static final int HIV = 16;

  /** Sexual assault, abuse or domestic violence. */
  public static final int SDV = 32;

  /** Care that a minor consented to alone. */
  public static final int MINOR_CONF = 64;

  /** Everything but the notes that are sealed to their author. */
  public static final int ALL_BUT_SEALED = PART2 | MENTAL | HIV | SDV | MINOR_CONF;

  private static final List<String> NAMES =
      List.of("PART2", "MENTAL", "PSYTHPN", "SUDCN", "HIV", "SDV", "MINOR_CONF");

  private Labels() {}

  /** The labels by name, as they travel in an event's envelope. */
  public static List<String> names(int mask) {
    List<String> names = new ArrayList<>();
    for (int bit = 0; bit < NAMES.size(); bit++) {
      if ((mask & (1 << bit)) != 0) {
        names.add(NAMES.get(bit));
      }
    }
    return names;
  }

  /** The mask of these names; a name that nobody knows reads as every label. */
  public static int mask(List<String> names) {
    int mask = 0;
    for (String name : names) {
      int bit = NAMES.indexOf(name);
      mask |= bit < 0 ? (1 << NAMES.size()) - 1 : 1 << bit;
    }
    return mask;
  }
}
