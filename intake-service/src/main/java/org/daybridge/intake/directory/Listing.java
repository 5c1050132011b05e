package org.daybridge.intake.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.daybridge.kit.decision.Decision;

/**
 * What a program tells the public of one of its sites. Whatever runs out (a license, an
 * accreditation, what was said of free places) is kept and no longer shown.
 */
public record Listing(UUID id, String code, Content content, boolean published, long version) {

  /** What a track of the program treats. */
  public enum Condition {
    SUBSTANCE_USE,
    DEPRESSION,
    ANXIETY,
    OCD,
    PANIC,
    BIPOLAR,
    EATING_DISORDERS,
    PTSD,
    CHRONIC_PAIN,
    CO_OCCURRING
  }

  /** When groups take place. */
  public enum Schedule {
    DAY,
    EVENING,
    HYBRID
  }

  /** How it is treated. */
  public enum Approach {
    CBT,
    DBT,
    ACT,
    MOTIVATIONAL_INTERVIEWING,
    EXPOSURE,
    EMDR,
    TWELVE_STEP,
    CONTINGENCY_MANAGEMENT,
    MEDICATION_FOR_OPIOID_USE,
    FAMILY_BASED,
    TRAUMA_INFORMED,
    MINDFULNESS,
    HOLISTIC
  }

  /** What is offered. */
  public enum Offer {
    INDIVIDUAL_THERAPY,
    GROUP_THERAPY,
    FAMILY_THERAPY,
    FAMILY_EDUCATION,
    MEDICATION_MANAGEMENT,
    NUTRITION_EDUCATION,
    RELAPSE_PREVENTION,
    CASE_MANAGEMENT,
    PEER_SUPPORT,
    CHILDCARE,
    TRANSPORT,
    AFTERCARE,
    ALUMNI
  }

  /** For whom. */
  public enum Age {
    ADOLESCENT,
    ADULT,
    OLDER_ADULT
  }

  /** What is paid for. */
  public enum FeeFor {
    ASSESSMENT,
    DAY,
    WEEK
  }

  /** A point on earth, in degrees. */
  public record Point(double latitude, double longitude) {}

  /** Where it is and how to reach it. */
  public record Place(
      String line,
      String city,
      String state,
      String postalCode,
      Point point,
      String phone,
      Optional<String> website) {}

  /** A license or an accreditation, valid to the end of a day. */
  public record Standing(String by, String kind, Optional<String> number, LocalDate validTo) {}

  /** How many of the staff hold a credential, such as LCSW. */
  public record Qualification(String credential, int people) {}

  /** What a private payer pays, in cents of a dollar. */
  public record Fee(FeeFor per, int cents) {}

  /** Free places and the expected wait in days, as they were on a day. */
  public record Room(OptionalInt freePlaces, OptionalInt waitDays, LocalDate statedOn) {}

  /** Everything that is told. */
  public record Content(
      String name,
      String summary,
      Place place,
      Set<Condition> treats,
      Set<Schedule> schedules,
      Set<Age> ages,
      Set<String> telehealthStates,
      Set<Approach> approaches,
      Set<Offer> services,
      Set<String> languages,
      List<Standing> standings,
      List<Qualification> staff,
      List<Fee> fees,
      boolean slidingScale,
      Set<String> payers,
      Optional<Room> room) {
    public Content {
      treats = Set.copyOf(treats);
      schedules = Set.copyOf(schedules);
      ages = Set.copyOf(ages);
      telehealthStates = Set.copyOf(telehealthStates);
      approaches = Set.copyOf(approaches);
      services = Set.copyOf(services);
      languages = Set.copyOf(languages);
      standings = List.copyOf(standings);
      staff = List.copyOf(staff);
      fees = List.copyOf(fees);
      payers = Set.copyOf(payers);
    }
  }

  private static final List<Function<Proposal, Optional<Flaw>>> RULES =
      List.of(Listing::statementIsPast, Listing::isLicensed);

  /** Enters what is told; {@code today} is the day of the organization. */
  public static Decision<Listing, Void> entered(
      UUID id, String code, Content content, boolean published, long version, LocalDate today) {
    Proposal proposal = new Proposal(content, published, today);
    return RULES.stream()
        .flatMap(rule -> rule.apply(proposal).stream())
        .findFirst()
        .<Decision<Listing, Void>>map(flaw -> Decision.refused(flaw.rule(), flaw.because()))
        .orElseGet(() -> Decision.applied(new Listing(id, code, content, published, version)));
  }

  /** Free places are what they were on a day that has come. */
  private static Optional<Flaw> statementIsPast(Proposal proposal) {
    return unless(
        proposal
            .content()
            .room()
            .map(room -> !room.statedOn().isAfter(proposal.today()))
            .orElse(true),
        "statement-is-past",
        "what is said of free places is of a day to come");
  }

  /** A program that the public can find holds a license that is in force. */
  private static Optional<Flaw> isLicensed(Proposal proposal) {
    return unless(
        !proposal.published()
            || proposal.content().standings().stream()
                .anyMatch(one -> !one.validTo().isBefore(proposal.today())),
        "listing-is-licensed",
        "no license or accreditation is in force");
  }

  private static Optional<Flaw> unless(boolean holds, String rule, String because) {
    return holds ? Optional.empty() : Optional.of(new Flaw(rule, because));
  }

  /** What the public is told on that day: nothing that ran out, nothing said too long ago. */
  public Content shownOn(LocalDate today, int statementDays) {
    return new Content(
        content.name(),
        content.summary(),
        content.place(),
        content.treats(),
        content.schedules(),
        content.ages(),
        content.telehealthStates(),
        content.approaches(),
        content.services(),
        content.languages(),
        content.standings().stream().filter(one -> !one.validTo().isBefore(today)).toList(),
        content.staff(),
        content.fees(),
        content.slidingScale(),
        content.payers(),
        content.room().filter(room -> !room.statedOn().plusDays(statementDays).isBefore(today)));
  }

  private record Proposal(Content content, boolean published, LocalDate today) {}

  private record Flaw(String rule, String because) {}
}
