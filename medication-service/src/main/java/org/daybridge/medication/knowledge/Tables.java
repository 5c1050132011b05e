package org.daybridge.medication.knowledge;

import java.util.List;
import java.util.Map;

/** The rows of one version as they were read, before they are indexed. */
public record Tables(
    List<Ingredient> ingredients,
    Map<String, String> aliasNames,
    Map<String, String> aliasCodes,
    List<Interaction> interactions,
    List<PatientFactor> factors,
    List<DoseLimit> limits,
    List<Washout> washouts,
    List<TitrationStep> titrations,
    List<CrossSensitivity> crossSensitivities,
    List<AllergenClass> allergenClasses,
    List<MonitoringItem> monitoring,
    List<LabBand> labBands,
    List<Condition> conditions,
    List<Measure> measures,
    Units units,
    Map<String, String> sources,
    Map<String, String> boxedWarnings) {}
