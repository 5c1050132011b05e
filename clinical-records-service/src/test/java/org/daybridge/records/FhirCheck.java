package org.daybridge.records;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import org.daybridge.kit.fhir.FhirContexts;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/**
 * HAPI's validator against base R4. Profiles and code systems that it lacks are not held against
 * us.
 */
public final class FhirCheck {

  private static final FhirValidator VALIDATOR = validator();

  private FhirCheck() {}

  public static void valid(String resource) {
    assertThat(VALIDATOR.validateWithResult(resource).getMessages())
        .filteredOn(
            message -> message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
        .filteredOn(message -> !message.getMessage().contains("hl7.org/fhir/us/core"))
        .extracting(SingleValidationMessage::getMessage)
        .isEmpty();
  }

  private static FhirValidator validator() {
    var context = FhirContexts.r4();
    var support =
        new ValidationSupportChain(
            new DefaultProfileValidationSupport(context),
            new CommonCodeSystemsTerminologyService(context),
            new InMemoryTerminologyServerValidationSupport(context));
    var instances = new FhirInstanceValidator(support);
    instances.setErrorForUnknownProfiles(false);
    instances.setNoTerminologyChecks(false);
    return context.newValidator().registerValidatorModule(instances);
  }
}
