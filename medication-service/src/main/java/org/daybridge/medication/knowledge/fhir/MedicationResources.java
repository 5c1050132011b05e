package org.daybridge.medication.knowledge.fhir;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import org.daybridge.medication.knowledge.Edition;
import org.daybridge.medication.knowledge.Ingredient;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Medication.MedicationStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;

/** An ingredient of the knowledge as US Core Medication; its id follows from its code. */
final class MedicationResources {
  static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
  private static final String PROFILE =
      "http://hl7.org/fhir/us/core/StructureDefinition/us-core-medication";
  private static final String PARTICIPANT =
      "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

  private MedicationResources() {}

  static UUID id(Ingredient drug) {
    var name = RXNORM + "|" + Objects.requireNonNull(drug.rxcui());
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  static Medication of(Ingredient drug) {
    var medication = new Medication();
    medication.setId(id(drug).toString());
    medication.getMeta().addProfile(PROFILE);
    medication.setCode(code(drug));
    medication.setStatus(MedicationStatus.ACTIVE);
    medication.addIngredient().setItem(code(drug)).setIsActive(true);
    return medication;
  }

  private static CodeableConcept code(Ingredient drug) {
    return new CodeableConcept()
        .addCoding(new Coding(RXNORM, drug.rxcui(), drug.label()))
        .setText(drug.label());
  }

  /** Nobody here wrote it: it comes with a version of the knowledge. */
  static Provenance provenance(Ingredient drug, Edition edition) {
    var provenance = new Provenance();
    provenance.setId("Medication-" + id(drug));
    provenance.addTarget(new Reference("Medication/" + id(drug)));
    provenance.setRecorded(Date.from(edition.validFrom().atStartOfDay(ZoneOffset.UTC).toInstant()));
    var agent = provenance.addAgent();
    agent.getType().addCoding().setSystem(PARTICIPANT).setCode("assembler");
    agent.setWho(new Reference().setDisplay("Daybridge drug knowledge " + edition.version()));
    return provenance;
  }
}
