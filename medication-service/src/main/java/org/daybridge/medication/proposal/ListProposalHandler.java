package org.daybridge.medication.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.Knowledge;
import org.daybridge.medication.knowledge.KnowledgeShelf;
import org.daybridge.medication.medicationlist.ListedMedication;
import org.daybridge.medication.medicationlist.ListedMedication.Source;
import org.daybridge.medication.medicationlist.ListedMedication.Status;
import org.daybridge.medication.medicationlist.MedicationListHandler;
import org.daybridge.medication.patient.FollowedPatient;
import org.daybridge.medication.patient.FollowedPatients;
import org.daybridge.medication.proposal.ProposedItem.Basis;
import org.daybridge.medication.proposal.ProposedItem.Decision;
import org.daybridge.medication.proposal.ProposedItem.LeaveReason;
import org.daybridge.medication.proposal.StatedMedication.Standing;
import org.daybridge.medication.safety.Alert;
import org.daybridge.medication.safety.MedicationEntry;
import org.daybridge.medication.safety.PatientCharts;
import org.jspecify.annotations.Nullable;

/** Takes a list that was sent, and what a reviewer decides about each of its items. */
@ApplicationScoped
public class ListProposalHandler {
  private final ListProposals proposals;
  private final FollowedPatients patients;
  private final PatientCharts charts;
  private final MedicationListHandler list;
  private final KnowledgeShelf shelf;
  private final Clock clock;

  ListProposalHandler(
      ListProposals proposals,
      FollowedPatients patients,
      PatientCharts charts,
      MedicationListHandler list,
      KnowledgeShelf shelf,
      Clock clock) {
    this.proposals = proposals;
    this.patients = patients;
    this.charts = charts;
    this.list = list;
    this.shelf = shelf;
    this.clock = clock;
  }

  /** A list as it was read: of whom it says it is, what it states, and what was not used. */
  public record SentList(
      @Nullable LocalDate birthDate,
      List<StatedMedication> medications,
      Map<String, Integer> notUsed) {

    @Override
    public String toString() {
      return "SentList[]";
    }
  }

  /** What a reviewer says to one item; a code says what an unchecked one is. */
  public record Verdict(
      UUID itemId, boolean accept, @Nullable String rxcui, @Nullable LeaveReason because) {}

  /** The proposal as it now stands, and what the check says to what joined the list. */
  public record Reviewed(ListProposal proposal, List<Alert> flags) {}

  @Transactional
  public ListProposal receive(PatientId id, SentList sent) {
    var patient = patients.require(id);
    if (sent.birthDate() != null
        && patient.birthDate() != null
        && !sent.birthDate().equals(patient.birthDate())) {
      throw RuleRefused.rule(
          "list-is-of-this-person", "The Patient of the list has another birth date.");
    }
    var today = LocalDate.ofInstant(clock.instant(), patient.zone());
    var rules = new ProposalRules(shelf.inForceOn(today), taken(patient, today));
    var items = new ArrayList<ProposedItem>();
    for (var stated : sent.medications()) {
      var reading = rules.read(stated);
      items.add(
          new ProposedItem(
              Ids.next(),
              items.size() + 1,
              labels(patient, reading.drug()),
              stated,
              reading.drug() == null ? null : reading.drug().name(),
              reading.basis(),
              reading.unchecked(),
              rules.propose(stated, reading),
              Decision.OPEN,
              null,
              null));
    }
    var proposal =
        new ListProposal(
            Ids.next(),
            patient.id(),
            patient.labels(),
            0,
            Callers.current().principalId(),
            clock.instant(),
            sent.notUsed(),
            items);
    proposals.add(proposal);
    return proposal;
  }

  private List<MedicationEntry> taken(FollowedPatient patient, LocalDate today) {
    return charts.of(patient, today, clock.instant(), List.of(), null).medications().stream()
        .filter(entry -> !entry.endedBefore(today))
        .toList();
  }

  /** A drug that treats a use disorder tells of it; one that is not known may do so too. */
  private static int labels(FollowedPatient patient, @Nullable Ingredient drug) {
    boolean mayTell = drug == null || drug.treatsUseDisorder();
    return patient.labels() | Labels.MENTAL | (mayTell ? Labels.PART2 : Labels.NONE);
  }

  @Transactional
  public Reviewed review(UUID id, @Nullable String ifMatch, List<Verdict> verdicts) {
    var before = proposals.require(id);
    ETags.require(ifMatch, before.version());
    var patient = patients.require(before.patientId());
    var knowledge = shelf.inForceOn(LocalDate.ofInstant(clock.instant(), patient.zone()));
    var decided = new ArrayList<ProposedItem>();
    var flags = new ArrayList<Alert>();
    for (var verdict : verdicts) {
      var item = openItem(before, verdict, decided);
      if (verdict.accept()) {
        var reading = named(knowledge, item, verdict.rxcui());
        var recorded = list.record(listed(patient, item, reading, verdict.rxcui()));
        flags.addAll(recorded.flags());
        decided.add(
            item.accepted(
                reading.drug() == null ? null : reading.drug().name(),
                reading.basis(),
                recorded.medication().medicationId()));
      } else {
        decided.add(item.left(because(verdict)));
      }
    }
    proposals.decided(before, decided);
    return new Reviewed(proposals.require(id), flags.stream().distinct().toList());
  }

  private static LeaveReason because(Verdict verdict) {
    if (verdict.because() == null) {
      throw BadRequest.field("because", "must be given for what is left");
    }
    return verdict.because();
  }

  private static ProposedItem openItem(
      ListProposal proposal, Verdict verdict, List<ProposedItem> decided) {
    var item =
        proposal
            .item(verdict.itemId())
            .orElseThrow(() -> BadRequest.field("itemId", "is no item of this proposal"));
    boolean twice = decided.stream().anyMatch(d -> d.itemId().equals(item.itemId()));
    if (!item.isOpen() || twice) {
      throw RuleRefused.state("item-is-open", "Item %d is decided.".formatted(item.position()));
    }
    if (verdict.accept() && item.stated().standing() == Standing.ENTERED_IN_ERROR) {
      throw RuleRefused.rule(
          "error-of-the-sender-is-left",
          "The sender says that item %d was entered in error.".formatted(item.position()));
    }
    return item;
  }

  /** The reviewer's code, which must be covered, or what the item was read as. */
  private static ProposalRules.Reading named(
      Knowledge knowledge, ProposedItem item, @Nullable String rxcui) {
    if (rxcui == null) {
      return new ProposalRules.Reading(
          item.ingredient() == null ? null : knowledge.ingredient(item.ingredient()),
          item.basis(),
          item.unchecked());
    }
    return new ProposalRules.Reading(
        knowledge
            .byCode(rxcui)
            .orElseThrow(
                () ->
                    RuleRefused.rule(
                        "drug-is-covered", "The knowledge does not cover " + rxcui + ".")),
        Basis.REVIEWER,
        null);
  }

  private ListedMedication listed(
      FollowedPatient patient,
      ProposedItem item,
      ProposalRules.Reading reading,
      @Nullable String rxcui) {
    var stated = item.stated();
    boolean taken = ProposalRules.isTaken(stated);
    var today = LocalDate.ofInstant(clock.instant(), patient.zone());
    var end = stated.endsOn() == null && !taken ? today : stated.endsOn();
    return new ListedMedication(
        Ids.next(),
        patient.id(),
        item.labels(),
        0,
        stated.name(),
        code(stated, reading, rxcui),
        reading.drug() == null ? null : reading.drug().name(),
        stated.doseMgPerDay(),
        stated.route(),
        null,
        stated.startsOn() != null && end != null && end.isBefore(stated.startsOn())
            ? null
            : stated.startsOn(),
        end,
        null,
        Source.FHIR,
        null,
        stated.indication(),
        taken ? Status.ACTIVE : Status.STOPPED,
        null,
        Callers.current().principalId(),
        clock.instant());
  }

  /** The code that the sender gave stays, unless the reviewer says another one. */
  private static @Nullable String code(
      StatedMedication stated, ProposalRules.Reading reading, @Nullable String rxcui) {
    if (rxcui != null) {
      return rxcui;
    }
    if (!stated.rxcuis().isEmpty()) {
      return stated.rxcuis().getFirst();
    }
    return reading.drug() == null ? null : reading.drug().rxcui();
  }
}
