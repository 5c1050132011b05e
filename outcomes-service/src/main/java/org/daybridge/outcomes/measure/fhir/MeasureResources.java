package org.daybridge.outcomes.measure.fhir;

import java.math.BigDecimal;
import java.util.Date;
import org.daybridge.kit.fhir.Provenances;
import org.daybridge.kit.fhir.SecurityLabels;
import org.daybridge.outcomes.instrument.Instrument;
import org.daybridge.outcomes.instrument.Item;
import org.daybridge.outcomes.instrument.fhir.Canonicals;
import org.daybridge.outcomes.instrument.fhir.QuestionnaireResources;
import org.daybridge.outcomes.measure.Measure;
import org.daybridge.outcomes.measure.MeasureCriteria.Shown;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** A measure as the answers (QuestionnaireResponse) and as the score (Observation, survey). */
final class MeasureResources {
  private static final String QR_PROFILE =
      "http://hl7.org/fhir/us/core/StructureDefinition/us-core-questionnaireresponse";
  private static final String OBSERVATION_PROFILE =
      "http://hl7.org/fhir/us/core/StructureDefinition/us-core-observation-screening-assessment";
  private static final String CATEGORY =
      "http://terminology.hl7.org/CodeSystem/observation-category";
  private static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

  private MeasureResources() {}

  static QuestionnaireResponse response(Measure measure, Instrument instrument) {
    QuestionnaireResponse response = new QuestionnaireResponse();
    response.setId(measure.id().toString());
    response.getMeta().addProfile(QR_PROFILE).setVersionId("1");
    response.getMeta().setLastUpdated(Date.from(measure.receivedAt()));
    SecurityLabels.apply(measure.labels(), response.getMeta());
    response.setQuestionnaire(Canonicals.questionnaire(instrument) + "|" + instrument.version());
    response.setStatus(
        switch (Shown.of(measure)) {
          case COMPLETE -> QuestionnaireResponseStatus.COMPLETED;
          case PARTIAL -> QuestionnaireResponseStatus.INPROGRESS;
          case AMENDED -> QuestionnaireResponseStatus.AMENDED;
          case ENTERED_IN_ERROR -> QuestionnaireResponseStatus.ENTEREDINERROR;
        });
    response.setSubject(patient(measure));
    response.setAuthored(Date.from(measure.answeredAt()));
    response.setAuthor(author(measure));
    for (Item item : instrument.items()) {
      BigDecimal answer = measure.sheet().answers().get(item.number());
      if (answer != null) add(response.addItem(), item, answer);
    }
    return response;
  }

  private static void add(QuestionnaireResponseItemComponent shown, Item item, BigDecimal answer) {
    shown.setLinkId(item.number());
    if (item.text() != null) shown.setText(item.text());
    QuestionnaireResources.option(item, answer)
        .ifPresentOrElse(
            option -> shown.addAnswer().setValue(QuestionnaireResources.coding(option)),
            () -> shown.addAnswer().setValue(new DecimalType(answer)));
  }

  static Observation observation(Measure measure, Instrument instrument) {
    Observation observation = new Observation();
    observation.setId(measure.id().toString());
    observation.getMeta().addProfile(OBSERVATION_PROFILE).setVersionId("1");
    observation.getMeta().setLastUpdated(Date.from(measure.receivedAt()));
    SecurityLabels.apply(measure.labels(), observation.getMeta());
    observation.setStatus(
        switch (Shown.of(measure)) {
          case COMPLETE -> ObservationStatus.FINAL;
          case PARTIAL -> ObservationStatus.PRELIMINARY;
          case AMENDED -> ObservationStatus.AMENDED;
          case ENTERED_IN_ERROR -> ObservationStatus.ENTEREDINERROR;
        });
    observation.addCategory().addCoding().setSystem(CATEGORY).setCode("survey");
    observation.setCode(code(instrument));
    observation.setSubject(patient(measure));
    observation.setEffective(new DateTimeType(Date.from(measure.answeredAt())));
    observation.setIssued(Date.from(measure.receivedAt()));
    observation.addPerformer(author(measure));
    observation.addDerivedFrom(new Reference("QuestionnaireResponse/" + measure.id()));
    value(observation, measure, instrument);
    measure
        .score()
        .subscales()
        .forEach((scale, value) -> component(observation, instrument, scale, value));
    return observation;
  }

  private static void value(Observation observation, Measure measure, Instrument instrument) {
    String severity = measure.score().severity();
    BigDecimal total = measure.score().total();
    if (total != null) {
      observation.setValue(score(total));
      if (severity != null) observation.addInterpretation(severity(severity));
    } else if (severity != null && instrument.scoring().total() == null) {
      observation.setValue(severity(severity));
    } else if (measure.score().subscales().values().stream().noneMatch(v -> v != null)) {
      observation.setDataAbsentReason(absent());
    }
  }

  private static void component(
      Observation observation, Instrument instrument, String scale, @Nullable BigDecimal value) {
    ObservationComponentComponent component = observation.addComponent();
    String loinc = instrument.codes().scales().get(scale);
    if (loinc != null) {
      component.getCode().addCoding().setSystem(Canonicals.LOINC).setCode(loinc);
    }
    component
        .getCode()
        .addCoding()
        .setSystem(Canonicals.SCALES)
        .setCode(instrument.id() + "." + scale);
    component.getCode().setText(instrument.id() + " " + scale);
    if (value == null) component.setDataAbsentReason(absent());
    else component.setValue(score(value));
  }

  static CodeableConcept code(Instrument instrument) {
    CodeableConcept code = new CodeableConcept();
    String loinc = loinc(instrument);
    if (loinc != null) code.addCoding().setSystem(Canonicals.LOINC).setCode(loinc);
    code.addCoding().setSystem(Canonicals.INSTRUMENTS).setCode(instrument.id());
    code.setText(instrument.title());
    return code;
  }

  /** The code of the score; where only the panel has one, the panel's. */
  static @Nullable String loinc(Instrument instrument) {
    if (instrument.codes().total() != null) return instrument.codes().total();
    String level = instrument.codes().scales().get("level");
    return level == null ? instrument.codes().panel() : level;
  }

  private static CodeableConcept severity(String severity) {
    CodeableConcept concept = new CodeableConcept();
    concept.addCoding().setSystem(Canonicals.SEVERITIES).setCode(severity);
    return concept.setText(severity.replace('-', ' '));
  }

  private static Quantity score(BigDecimal value) {
    return new Quantity()
        .setValue(value)
        .setUnit("{score}")
        .setSystem("http://unitsofmeasure.org")
        .setCode("{score}");
  }

  private static CodeableConcept absent() {
    CodeableConcept reason = new CodeableConcept();
    reason.addCoding().setSystem(ABSENT).setCode("unknown").setDisplay("Unknown");
    return reason;
  }

  static Provenance provenance(String type, Measure measure) {
    return Provenances.of(
        type, measure.id().value(), measure.receivedAt(), measure.author(), authorType(measure));
  }

  private static Reference patient(Measure measure) {
    return new Reference("Patient/" + measure.patient());
  }

  private static Reference author(Measure measure) {
    return new Reference(authorType(measure) + "/" + measure.author());
  }

  private static String authorType(Measure measure) {
    return switch (measure.authorKind()) {
      case "PATIENT" -> "Patient";
      case "PROXY" -> "RelatedPerson";
      case "STAFF" -> "Practitioner";
      default -> "Organization";
    };
  }
}
