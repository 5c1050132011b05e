package org.daybridge.medication.knowledge;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One active ingredient. A partner is known only as the other side of a rule: it has classes and
 * interactions, but no dose limit and no monitoring here. The name is the key, in small letters;
 * the label is how people write it.
 */
public record Ingredient(
    String name,
    String label,
    @Nullable String rxcui,
    Set<String> classes,
    @Nullable Schedule schedule,
    @Nullable DoseRange usual,
    @Nullable MaximumDose maximum,
    Set<String> boxedWarnings,
    boolean partner,
    Evidence evidence) {

  /** Usual adult range in milligrams a day. */
  public record DoseRange(double low, double high) {}

  /** The highest labeled dose a day, for some drugs by body weight. */
  public record MaximumDose(double milligrams, boolean perKilogram) {}

  private static final Set<String> TREATS_USE_DISORDER =
      Set.of("buprenorphine", "methadone", "naltrexone", "disulfiram", "acamprosate", "lofexidine");

  /** Who takes it is likely treated for a use disorder: the name of the drug tells of it. */
  public boolean treatsUseDisorder() {
    return TREATS_USE_DISORDER.contains(name);
  }

  public boolean is(String drugClass) {
    return classes.contains(drugClass);
  }
}
