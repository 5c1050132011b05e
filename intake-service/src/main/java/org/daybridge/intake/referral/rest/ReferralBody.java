package org.daybridge.intake.referral.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.daybridge.contract.intake.ReportedItemId;
import org.daybridge.intake.patient.NewPerson;
import org.daybridge.intake.patient.Patient;
import org.daybridge.intake.referral.NewReferral;
import org.daybridge.intake.referral.Referral;
import org.daybridge.intake.referral.ReportedItem;
import org.daybridge.kit.decision.Ids;
import org.jspecify.annotations.Nullable;

/** A referral from a front end. */
public record ReferralBody(
    @NotNull @Valid Person person,
    @NotBlank @Size(max = 60) String trackCode,
    Referral.@NotNull Source source,
    Referral.@NotNull Channel channel,
    Referral.@NotNull Urgency urgency,
    @Nullable Instant firstContactAt,
    @Size(max = 100) @Nullable List<@NotNull @Valid Item> conditions,
    @Size(max = 100) @Nullable List<@NotNull @Valid Item> medications,
    @Size(max = 100) @Nullable List<@NotNull @Valid Item> allergies,
    @Size(max = 10) @Nullable List<@NotNull @Valid Item> coverages) {

  /** The person who is referred. */
  public record Person(
      @NotBlank @Size(max = 100) String familyName,
      @NotBlank @Size(max = 100) String givenName,
      @NotNull LocalDate birthDate,
      Patient.@NotNull Sex sex,
      @Size(max = 40) @Nullable String phone,
      @Size(max = 200) @Nullable String email,
      @Size(max = 500) @Nullable String address,
      @Size(max = 20) @Nullable String preferredLanguage,
      boolean discreetContact,
      @Size(max = 20) @Nullable List<@NotNull @Valid IdentifierBody> identifiers) {
    @Override
    public String toString() {
      return "Person[…]";
    }
  }

  /** An identifier with the system of its assigner. */
  public record IdentifierBody(
      @NotBlank @Size(max = 200) String system, @NotBlank @Size(max = 100) String value) {
    @Override
    public String toString() {
      return "IdentifierBody[" + system + "]";
    }
  }

  /** A condition, medication, allergy or coverage: coded where possible, always with its text. */
  public record Item(
      @Size(max = 200) @Nullable String codeSystem,
      @Size(max = 60) @Nullable String code,
      @NotBlank @Size(max = 500) String description,
      @Size(max = 40) @Nullable String criticality) {
    @Override
    public String toString() {
      return "Item[…]";
    }
  }

  NewReferral toReferral() {
    List<ReportedItem> items = new ArrayList<>();
    add(items, ReportedItem.Kind.CONDITION, conditions);
    add(items, ReportedItem.Kind.MEDICATION, medications);
    add(items, ReportedItem.Kind.ALLERGY, allergies);
    add(items, ReportedItem.Kind.COVERAGE, coverages);
    return new NewReferral(
        new NewPerson(
            new Patient.Name(person.familyName().trim(), person.givenName().trim()),
            person.birthDate(),
            person.sex(),
            new Patient.Contact(
                person.phone(),
                person.email(),
                person.address(),
                person.preferredLanguage(),
                person.discreetContact()),
            person.identifiers() == null
                ? List.of()
                : person.identifiers().stream()
                    .map(i -> new Patient.Identifier(i.system(), i.value()))
                    .toList()),
        trackCode,
        source,
        channel,
        urgency,
        firstContactAt,
        items);
  }

  private static void add(
      List<ReportedItem> items, ReportedItem.Kind kind, @Nullable List<Item> reported) {
    if (reported == null) {
      return;
    }
    reported.forEach(
        item ->
            items.add(
                new ReportedItem(
                    new ReportedItemId(Ids.next()),
                    kind,
                    item.codeSystem(),
                    item.code(),
                    item.description(),
                    item.criticality())));
  }

  @Override
  public String toString() {
    return "ReferralBody[" + trackCode + "]";
  }
}
