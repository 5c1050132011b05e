package org.daybridge.medication.proposal.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.daybridge.kit.fhir.FhirContexts;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.medication.proposal.ListProposalHandler.SentList;
import org.daybridge.medication.proposal.StatedMedication;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Bundle or a List. Every MedicationRequest and MedicationStatement becomes one stated
 * medication, also those that are contained; an entry of a List that leads nowhere becomes one too.
 * The rest is counted by type, so that the sender sees what was not used.
 */
final class FhirMedicationList {
  private static final int MOST = 500;

  private final Map<String, Medication> medications = new HashMap<>();

  /** Under which number a reference leads to a resource that was sent. */
  private final Map<String, Integer> numbers = new HashMap<>();

  private final Set<String> takenOff = new HashSet<>();
  private final List<StatedMedication> stated = new ArrayList<>();
  private final Map<String, Integer> notUsed = new TreeMap<>();
  private final Set<String> subjects = new HashSet<>();
  private final List<Patient> patients = new ArrayList<>();

  private FhirMedicationList() {}

  /** A resource with the references that lead to it. */
  private record Sent(Resource resource, Set<String> references) {}

  static SentList read(String json) {
    var list = new FhirMedicationList();
    list.take(parse(json));
    if (list.patients.size() > 1 || list.subjects.size() > 1) {
      throw BadRequest.field("Bundle.entry", "must be about one person");
    }
    if (list.stated.size() > MOST) {
      throw BadRequest.field("Bundle.entry", "must hold at most " + MOST + " medications");
    }
    return new SentList(list.birthDate(), list.stated, list.notUsed);
  }

  private static IBaseResource parse(String json) {
    try {
      return FhirContexts.json().parseResource(json);
    } catch (DataFormatException | IllegalArgumentException | ClassCastException e) {
      throw new BadRequest("malformed-fhir", "The body is no FHIR R4 resource in JSON.", List.of());
    }
  }

  private void take(IBaseResource body) {
    var sent = new ArrayList<Sent>();
    switch (body) {
      case Bundle bundle ->
          bundle
              .getEntry()
              .forEach(
                  entry -> {
                    if (entry.getResource() == null) {
                      count("entry without a resource");
                    } else {
                      sent.add(sent(entry.getFullUrl(), entry.getResource()));
                    }
                  });
      case ListResource single -> sent.add(sent(null, single));
      default -> throw BadRequest.field("resourceType", "must be Bundle or List");
    }
    sent.forEach(this::learn);
    sent.forEach(this::take);
  }

  private static Sent sent(@Nullable String fullUrl, Resource resource) {
    var references = new HashSet<String>();
    if (fullUrl != null) {
      references.add(fullUrl);
    }
    if (resource.getIdElement().hasIdPart()) {
      references.add(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
    }
    return new Sent(resource, references);
  }

  private void learn(Sent sent) {
    int number = numbers.size();
    sent.references().forEach(reference -> numbers.put(reference, number));
    switch (sent.resource()) {
      case Medication medication ->
          sent.references().forEach(reference -> medications.put(reference, medication));
      case ListResource list -> learn(list);
      default -> {}
    }
  }

  private void learn(ListResource list) {
    list.getEntry().stream()
        .filter(ListResource.ListEntryComponent::getDeleted)
        .map(entry -> entry.getItem().getReference())
        .filter(Objects::nonNull)
        .forEach(takenOff::add);
    for (var contained : list.getContained()) {
      if (contained instanceof Medication medication) {
        medications.put(local(medication), medication);
      }
    }
  }

  private void take(Sent sent) {
    take(sent.resource(), sent.references());
  }

  private void take(Resource resource, Set<String> references) {
    boolean off = references.stream().anyMatch(takenOff::contains);
    switch (resource) {
      case MedicationRequest request -> {
        stated.add(StatedMedications.of(request, medications, off));
        subject(request.getSubject());
      }
      case MedicationStatement statement -> {
        stated.add(StatedMedications.of(statement, medications, off));
        subject(statement.getSubject());
      }
      case ListResource list -> {
        subject(list.getSubject());
        take(list);
      }
      case Patient patient -> patients.add(patient);
      case Medication _ -> {}
      default -> count(resource.fhirType());
    }
  }

  /** What an entry of a List leads to is taken where it stands; what leads nowhere is told. */
  private void take(ListResource list) {
    var contained = new HashSet<String>();
    for (var resource : list.getContained()) {
      contained.add(local(resource));
      take(resource, Set.of(local(resource)));
    }
    for (var entry : list.getEntry()) {
      var reference = entry.getItem().getReference();
      if (reference == null || !(contained.contains(reference) || numbers.containsKey(reference))) {
        stated.add(StatedMedications.unresolved(entry.getItem(), entry.getDeleted()));
      }
    }
  }

  static String local(Resource contained) {
    var id = contained.getIdElement().getIdPart();
    return id == null || id.startsWith("#") ? String.valueOf(id) : "#" + id;
  }

  private void count(String type) {
    notUsed.merge(type, 1, Integer::sum);
  }

  private void subject(Reference subject) {
    var reference = subject.getReference();
    if (reference != null) {
      var number = numbers.get(reference);
      subjects.add(number == null ? reference : "number " + number);
    }
  }

  private @Nullable LocalDate birthDate() {
    if (patients.isEmpty() || !patients.getFirst().hasBirthDateElement()) {
      return null;
    }
    try {
      return LocalDate.parse(patients.getFirst().getBirthDateElement().getValueAsString());
    } catch (DateTimeException e) {
      return null;
    }
  }
}
