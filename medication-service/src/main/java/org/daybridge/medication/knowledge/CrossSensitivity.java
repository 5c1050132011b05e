package org.daybridge.medication.knowledge;

/** An allergy to one drug that speaks against another. */
public record CrossSensitivity(
    String group,
    Selector allergen,
    Selector drugs,
    Severity severity,
    String because,
    Evidence evidence) {}
