package org.daybridge.kit.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.CapabilityStatement;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
  @Test
  void namesEachTypeOnceWithItsSearches() {
    CapabilityStatement statement = Capabilities.statement();
    var types = statement.getRestFirstRep().getResource();
    assertThat(types).extracting(type -> type.getType()).doesNotHaveDuplicates();
    assertThat(types)
        .filteredOn(type -> type.getType().equals("Patient"))
        .singleElement()
        .satisfies(
            patient ->
                assertThat(patient.getSearchParam())
                    .extracting(parameter -> parameter.getName())
                    .contains("identifier", "birthdate"));
    assertThat(FhirContexts.json().encodeResourceToString(statement)).contains("\"4.0.1\"");
  }
}
