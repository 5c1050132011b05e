package org.daybridge.medication.safety;

import org.jspecify.annotations.Nullable;

/** A medication that was taken for an ingredient by its exact name, not by an ingredient code. */
public record Inferred(@Nullable String name, @Nullable String rxcui, String ingredient) {}
