package org.daybridge.medication.safety;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One test that what is taken asks for, and the day on which it is due. */
public record DueItem(
    String drug,
    String rule,
    String test,
    List<String> loincs,
    @Nullable LocalDate lastOn,
    LocalDate dueOn,
    String evidenceStatus) {}
