package org.daybridge.medication.knowledge;

/** The name of a group of drugs as people write it in an allergy. */
public record AllergenClass(String name, Selector drugs) {}
