package org.daybridge.intake.directory.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.intake.directory.Listing;
import org.daybridge.intake.directory.Listing.Content;
import org.daybridge.intake.directory.Listing.Place;
import org.daybridge.intake.directory.Listing.Point;
import org.daybridge.intake.directory.Listing.Room;
import org.daybridge.intake.directory.Listings;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Listings in the database: told as JSON, searched by columns. Distances are of a sphere, which is
 * right to half a percent.
 */
@ApplicationScoped
class ListingTable implements Listings {
  private static final double KILOMETERS_OF_A_DEGREE = 111.2;
  private static final String KILOMETERS =
      "2 * 6371 * asin(least(1, sqrt(power(sin(radians(latitude - :lat) / 2), 2)"
          + " + cos(radians(:lat)) * cos(radians(latitude))"
          + " * power(sin(radians(longitude - :lon) / 2), 2))))";
  private static final String MEETS =
      " and treats @> :treats and schedules @> :schedules and ages @> :ages"
          + " and approaches @> :approaches and services @> :services and languages @> :languages"
          + " and telehealth_states @> :states and payers @> :payers"
          + " and (not :free or free_places > 0 and stated_on >= :since)";

  private final Jdbi jdbi;
  private final ObjectMapper json;

  ListingTable(Jdbi jdbi, ObjectMapper json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  @Override
  public Optional<Listing> find(String code) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from program_listing where code = :code")
                .bind("code", code)
                .map((row, _) -> listing(row))
                .findOne());
  }

  @Override
  public Optional<Listing> published(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from program_listing where listing_id = :id and published")
                .bind("id", id)
                .map((row, _) -> listing(row))
                .findOne());
  }

  @Override
  public List<Listing> page(int rows, @Nullable String after) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from program_listing where code > :after order by code limit :rows")
                .bind("after", after == null ? "" : after)
                .bind("rows", rows)
                .map((row, _) -> listing(row))
                .list());
  }

  @Override
  public void save(Listing listing) {
    Content content = listing.content();
    Place place = content.place();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into program_listing (listing_id, organization_id, code, content, name, latitude,"
                        + " longitude, postal_code, treats, schedules, telehealth_states, approaches, services,"
                        + " languages, ages, payers, free_places, stated_on, published, version) values (:id,"
                        + " :org, :code, :content::jsonb, :name, :lat, :lon, :postal, :treats, :schedules,"
                        + " :states, :approaches, :services, :languages, :ages, :payers, :free, :stated,"
                        + " :published, :version) on conflict (listing_id) do update set"
                        + " content = excluded.content, name = excluded.name, latitude = excluded.latitude,"
                        + " longitude = excluded.longitude, postal_code = excluded.postal_code,"
                        + " treats = excluded.treats, schedules = excluded.schedules,"
                        + " telehealth_states = excluded.telehealth_states,"
                        + " approaches = excluded.approaches, services = excluded.services,"
                        + " languages = excluded.languages, ages = excluded.ages, payers = excluded.payers,"
                        + " free_places = excluded.free_places, stated_on = excluded.stated_on,"
                        + " published = excluded.published, version = excluded.version")
                .bind("id", listing.id())
                .bind("org", Callers.current().organizationId())
                .bind("code", listing.code())
                .bind("content", written(content))
                .bind("name", content.name())
                .bind("lat", place.point().latitude())
                .bind("lon", place.point().longitude())
                .bind("postal", place.postalCode())
                .bind("treats", names(content.treats()))
                .bind("schedules", names(content.schedules()))
                .bind("states", texts(content.telehealthStates()))
                .bind("approaches", names(content.approaches()))
                .bind("services", names(content.services()))
                .bind("languages", texts(content.languages()))
                .bind("ages", names(content.ages()))
                .bind("payers", lower(content.payers()))
                .bindByType("free", free(content), Integer.class)
                .bindByType(
                    "stated",
                    content.room().map(Room::statedOn).orElse(null),
                    java.time.LocalDate.class)
                .bind("published", listing.published())
                .bind("version", listing.version())
                .execute());
  }

  private static @Nullable Integer free(Content content) {
    return content
        .room()
        .filter(room -> room.freePlaces().isPresent())
        .map(room -> room.freePlaces().getAsInt())
        .orElse(null);
  }

  @Override
  public List<Found> search(Wish wish, int rows, @Nullable String after) {
    return wish.near().isPresent()
        ? nearest(wish, wish.near().get(), rows, after)
        : byName(wish, rows, after);
  }

  private List<Found> nearest(Wish wish, Near near, int rows, @Nullable String after) {
    double degrees = near.kilometers() / KILOMETERS_OF_A_DEGREE;
    Cursor cursor = Cursor.of(after);
    return jdbi.withHandle(
        handle ->
            bound(
                    handle.createQuery(
                        "select *, round(km::numeric, 6)::text as place from (select *, "
                            + KILOMETERS
                            + " as km from program_listing where published"
                            + " and latitude between :lat - :degrees and :lat + :degrees"
                            + MEETS
                            + ") near where km <= :within and (round(km::numeric, 6), listing_id) > (:km, :id)"
                            + " order by round(km::numeric, 6), listing_id limit :rows"),
                    wish)
                .bind("lat", near.point().latitude())
                .bind("lon", near.point().longitude())
                .bind("degrees", degrees)
                .bind("within", near.kilometers())
                .bind("km", cursor.kilometers())
                .bind("id", cursor.id())
                .bind("rows", rows)
                .map(
                    (row, _) ->
                        new Found(
                            listing(row),
                            row.getDouble("km"),
                            row.getString("place") + " " + row.getString("listing_id")))
                .list());
  }

  private List<Found> byName(Wish wish, int rows, @Nullable String after) {
    int gap = after == null ? 0 : after.lastIndexOf(' ');
    if (gap < 0) {
      throw BadRequest.field("cursor", "is not one that this list gave");
    }
    String name = after == null ? "" : after.substring(0, gap);
    UUID id = after == null ? new UUID(0, 0) : Cursor.id(after.substring(gap + 1));
    return jdbi.withHandle(
        handle ->
            bound(
                    handle.createQuery(
                        "select *, lower(name) as place from program_listing where published"
                            + " and (lower(name), listing_id)"
                            + " > (:name, :id)"
                            + MEETS
                            + " order by lower(name), listing_id limit :rows"),
                    wish)
                .bind("name", name)
                .bind("id", id)
                .bind("rows", rows)
                .map(
                    (row, _) ->
                        new Found(
                            listing(row),
                            null,
                            row.getString("place") + " " + row.getString("listing_id")))
                .list());
  }

  private static org.jdbi.v3.core.statement.Query bound(
      org.jdbi.v3.core.statement.Query query, Wish wish) {
    return query
        .bind("treats", names(wish.treats()))
        .bind("schedules", names(wish.schedules()))
        .bind("ages", names(wish.ages()))
        .bind("approaches", names(wish.approaches()))
        .bind("services", names(wish.services()))
        .bind("languages", texts(wish.languages()))
        .bind("states", texts(wish.telehealthState().stream().toList()))
        .bind("payers", lower(wish.payer().stream().toList()))
        .bind("free", wish.onlyFree())
        .bind("since", wish.statedSince());
  }

  @Override
  public Optional<Point> middle(String postalCode) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select avg(latitude), avg(longitude), count(*) from program_listing"
                        + " where published and postal_code like :begin || '%'")
                .bind("begin", postalCode)
                .map(
                    (row, _) ->
                        row.getLong(3) == 0
                            ? Optional.<Point>empty()
                            : Optional.of(new Point(row.getDouble(1), row.getDouble(2))))
                .one());
  }

  private Listing listing(ResultSet row) throws SQLException {
    try {
      return new Listing(
          row.getObject("listing_id", UUID.class),
          row.getString("code"),
          json.readValue(row.getString("content"), Content.class),
          row.getBoolean("published"),
          row.getLong("version"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A listing can't be read", e);
    }
  }

  private String written(Content content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A listing can't be written", e);
    }
  }

  private static String[] names(Collection<? extends Enum<?>> all) {
    return all.stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  private static String[] texts(Collection<String> all) {
    return all.stream().sorted().toArray(String[]::new);
  }

  private static String[] lower(Collection<String> all) {
    return all.stream().map(one -> one.toLowerCase(Locale.ROOT)).sorted().toArray(String[]::new);
  }

  /** Where a list by distance goes on. */
  private record Cursor(java.math.BigDecimal kilometers, UUID id) {
    static Cursor of(@Nullable String after) {
      if (after == null) {
        return new Cursor(java.math.BigDecimal.ONE.negate(), new UUID(0, 0));
      }
      String[] parts = after.split(" ", 2);
      try {
        return new Cursor(new java.math.BigDecimal(parts[0]), id(parts[parts.length - 1]));
      } catch (NumberFormatException e) {
        throw BadRequest.field("cursor", "is not one that this list gave");
      }
    }

    static UUID id(String text) {
      try {
        return UUID.fromString(text);
      } catch (IllegalArgumentException e) {
        throw BadRequest.field("cursor", "is not one that this list gave");
      }
    }
  }
}
