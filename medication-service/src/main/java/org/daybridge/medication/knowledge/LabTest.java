package org.daybridge.medication.knowledge;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A laboratory test, measurement or rating, known by LOINC codes or by one of its plain names. */
public record LabTest(String name, Set<String> loincs, Set<String> names) {

  public boolean isMeantBy(@Nullable String loinc, @Nullable String text) {
    if (loinc != null && loincs.contains(loinc.strip())) {
      return true;
    }
    if (text == null) {
      return false;
    }
    var plain = text.strip().toLowerCase(Locale.ROOT);
    return names.contains(plain) || plain.equals(name.toLowerCase(Locale.ROOT));
  }
}
