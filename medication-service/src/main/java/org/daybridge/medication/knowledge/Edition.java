package org.daybridge.medication.knowledge;

import java.time.LocalDate;

/** One version of the knowledge: from when it holds and whether a pharmacist has reviewed it. */
public record Edition(String version, LocalDate validFrom, boolean reviewed, String note) {}
