package org.daybridge.medication.response;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which way an instrument gets better, and from which change on a change is reliable. */
public record ChangeRule(
    String instrument,
    boolean lowerIsBetter,
    @Nullable BigDecimal reliable,
    LocalDate validFrom,
    String source) {}
