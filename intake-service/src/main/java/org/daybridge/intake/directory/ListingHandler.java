package org.daybridge.intake.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.daybridge.intake.directory.Listing.Content;
import org.daybridge.intake.directory.Listing.Point;
import org.daybridge.intake.directory.Listings.Found;
import org.daybridge.intake.directory.Listings.Near;
import org.daybridge.intake.directory.Listings.Wish;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.rulepack.RulePacks;
import org.jspecify.annotations.Nullable;

/** Keeps the directory and searches it. */
@ApplicationScoped
public class ListingHandler {
  private final Listings listings;
  private final RulePacks rules;
  private final Clock clock;

  ListingHandler(Listings listings, RulePacks rules, Clock clock) {
    this.listings = listings;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Enters what the program tells. The same again changes nothing; other content asks {@code sees}
   * whether the caller has seen what it replaces.
   */
  @Transactional
  public Listing enter(String code, Content content, boolean published, LongConsumer sees) {
    Optional<Listing> known = listings.find(code);
    if (known.isPresent()
        && known.get().content().equals(content)
        && known.get().published() == published) {
      return known.get();
    }
    known.ifPresent(before -> sees.accept(before.version()));
    UUID id = known.map(Listing::id).orElseGet(Ids::next);
    long version = known.map(Listing::version).orElse(0L) + 1;
    Listing listing =
        Listing.entered(id, code, content, published, version, today()).orRefuse().next();
    listings.save(listing);
    if (known.isPresent()) {
      AuditTrail.updated("ProgramListing", id, null);
    } else {
      AuditTrail.created("ProgramListing", id, null);
    }
    return listing;
  }

  @Transactional
  public Listing require(String code) {
    Listing found =
        listings.find(code).orElseThrow(() -> new NotVisible("ProgramListing", new UUID(0, 0)));
    AuditTrail.read("ProgramListing", found.id(), null);
    return found;
  }

  @Transactional
  public List<Listing> page(int rows, @Nullable String after) {
    List<Listing> page = listings.page(rows, after);
    page.forEach(one -> AuditTrail.read("ProgramListing", one.id(), null));
    return page;
  }

  /** What the public is told of one. */
  @Transactional
  public Listing published(UUID id) {
    return listings.published(id).orElseThrow(() -> new NotVisible("ProgramListing", id));
  }

  @Transactional
  public List<Found> search(Wish wish, int rows, @Nullable String after) {
    return listings.search(wish, rows, after);
  }

  /**
   * Around a postcode: the middle of the programs that have it, else of those whose postcode begins
   * with the same three digits, which is the same sorting area of the mail.
   */
  @Transactional
  public Near around(String postalCode, int kilometers) {
    Point middle =
        listings
            .middle(postalCode)
            .or(() -> listings.middle(postalCode.substring(0, 3)))
            .orElseThrow(
                () -> RuleRefused.rule("postal-code-is-known", "no program is in its area"));
    return new Near(middle, kilometers);
  }

  public Content shown(Listing listing) {
    return listing.shownOn(today(), statementDays());
  }

  /** From when on what was said of free places is still told. */
  public LocalDate statedSince() {
    return today().minusDays(statementDays());
  }

  private int statementDays() {
    return rules.on(today()).number("directory-statement-days");
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
