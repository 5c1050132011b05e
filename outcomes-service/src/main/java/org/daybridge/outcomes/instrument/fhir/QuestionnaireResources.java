package org.daybridge.outcomes.instrument.fhir;

import java.math.BigDecimal;
import java.util.Optional;
import org.daybridge.outcomes.instrument.Instrument;
import org.daybridge.outcomes.instrument.Item;
import org.daybridge.outcomes.instrument.Item.Answers;
import org.daybridge.outcomes.instrument.Item.Option;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;

/** An instrument as a Questionnaire; wording only where the license is free. */
public final class QuestionnaireResources {
  private QuestionnaireResources() {}

  static Questionnaire of(Instrument instrument) {
    Questionnaire questionnaire = new Questionnaire();
    questionnaire.setId(Canonicals.questionnaireId(instrument));
    questionnaire.setUrl(Canonicals.questionnaire(instrument));
    questionnaire.setVersion(instrument.version());
    questionnaire.setName(instrument.id().replaceAll("[^A-Za-z0-9]", "_"));
    questionnaire.setTitle(instrument.title());
    questionnaire.setStatus(PublicationStatus.ACTIVE);
    questionnaire.addSubjectType("Patient");
    questionnaire.setCopyright(instrument.license().holder() + ": " + instrument.license().terms());
    if (instrument.codes().panel() != null) {
      questionnaire.addCode().setSystem(Canonicals.LOINC).setCode(instrument.codes().panel());
    }
    questionnaire.addCode().setSystem(Canonicals.INSTRUMENTS).setCode(instrument.id());
    instrument.items().forEach(item -> add(questionnaire, item));
    return questionnaire;
  }

  private static void add(Questionnaire questionnaire, Item item) {
    QuestionnaireItemComponent shown = questionnaire.addItem();
    shown.setLinkId(item.number());
    shown.setText(item.text() == null ? "Item " + item.number() : item.text());
    shown.setRequired(false);
    if (item.loinc() != null) {
      shown.addCode().setSystem(Canonicals.LOINC).setCode(item.loinc());
    }
    switch (item.answers()) {
      case Answers.Choice(var options) -> {
        shown.setType(QuestionnaireItemType.CHOICE);
        options.forEach(option -> shown.addAnswerOption().setValue(coding(option)));
      }
      case Answers.Line _ -> shown.setType(QuestionnaireItemType.DECIMAL);
    }
  }

  /** The LOINC answer where there is one, the printed value otherwise. */
  public static Coding coding(Option option) {
    Coding coding =
        option.loinc() != null
            ? new Coding().setSystem(Canonicals.LOINC).setCode(option.loinc())
            : new Coding().setSystem(Canonicals.ANSWERS).setCode(printed(option.value()));
    return coding.setDisplay(option.text() == null ? printed(option.value()) : option.text());
  }

  public static Optional<Option> option(Item item, BigDecimal value) {
    return item.answers() instanceof Answers.Choice(var options)
        ? options.stream().filter(one -> one.value().compareTo(value) == 0).findFirst()
        : Optional.empty();
  }

  private static String printed(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
