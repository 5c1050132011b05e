package org.daybridge.outcomes.instrument.fhir;

import org.daybridge.outcomes.instrument.Instrument;

/**
 * How instruments are called in FHIR: an own code system beside LOINC, one Questionnaire a version.
 */
public final class Canonicals {
  public static final String LOINC = "http://loinc.org";
  public static final String INSTRUMENTS = "https://daybridge.org/fhir/CodeSystem/instrument";
  public static final String ANSWERS = "https://daybridge.org/fhir/CodeSystem/printed-answer";
  public static final String SCALES = "https://daybridge.org/fhir/CodeSystem/scale";
  public static final String SEVERITIES = "https://daybridge.org/fhir/CodeSystem/severity";

  private Canonicals() {}

  public static String questionnaireId(Instrument instrument) {
    return instrument.id() + "-" + instrument.version();
  }

  public static String questionnaire(Instrument instrument) {
    return "https://daybridge.org/fhir/Questionnaire/" + questionnaireId(instrument);
  }
}
