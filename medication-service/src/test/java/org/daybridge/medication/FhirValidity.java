package org.daybridge.medication;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** What the R4 validator says to a resource. */
public final class FhirValidity {
  private FhirValidity() {}

  public static void assertValid(String resource) {
    var context = FhirContext.forR4Cached();
    var support =
        new ValidationSupportChain(
            new DefaultProfileValidationSupport(context),
            new CommonCodeSystemsTerminologyService(context),
            new InMemoryTerminologyServerValidationSupport(context));
    var validator = new FhirInstanceValidator(support);
    validator.setNoTerminologyChecks(true);
    validator.setErrorForUnknownProfiles(false);
    var result =
        context.newValidator().registerValidatorModule(validator).validateWithResult(resource);

    assertThat(result.getMessages())
        .filteredOn(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .isEmpty();
  }
}
