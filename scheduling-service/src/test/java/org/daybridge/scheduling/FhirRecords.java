package org.daybridge.scheduling;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import org.daybridge.kit.fhir.FhirContexts;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** HAPI's validator over base R4, once per JVM: it is large. */
public final class FhirRecords {
  private static final FhirValidator VALIDATOR = validator();

  private FhirRecords() {}

  private static FhirValidator validator() {
    var context = FhirContexts.r4();
    var instances =
        new FhirInstanceValidator(
            new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                new InMemoryTerminologyServerValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context)));
    instances.setErrorForUnknownProfiles(false);
    return context.newValidator().registerValidatorModule(instances);
  }

  /** What the validator calls an error. */
  public static List<String> errors(String json) {
    return VALIDATOR.validateWithResult(json).getMessages().stream()
        .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .map(SingleValidationMessage::toString)
        .toList();
  }
}
