package org.daybridge.intake.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The listings of programs. */
public interface Listings {
  Optional<Listing> find(String code);

  /** One that is published. */
  Optional<Listing> published(UUID id);

  /** All of them by code, after the given one. */
  List<Listing> page(int rows, @Nullable String after);

  void save(Listing listing);

  /** The published ones that meet the wish, the nearest first or by name. */
  List<Found> search(Wish wish, int rows, @Nullable String after);

  /** The middle of the published ones whose postcode begins so. */
  Optional<Listing.Point> middle(String postalCode);

  /** What somebody looks for; what is empty does not narrow. All of a set have to be there. */
  record Wish(
      Optional<Near> near,
      Set<Listing.Condition> treats,
      Set<Listing.Schedule> schedules,
      Set<Listing.Age> ages,
      Optional<String> telehealthState,
      Set<Listing.Approach> approaches,
      Set<Listing.Offer> services,
      Set<String> languages,
      Optional<String> payer,
      boolean onlyFree,
      LocalDate statedSince) {}

  /** Within so many kilometers of a point. */
  record Near(Listing.Point point, int kilometers) {}

  /** A listing, how far it is, and where the list goes on after it. */
  record Found(Listing listing, @Nullable Double kilometers, String place) {}
}
