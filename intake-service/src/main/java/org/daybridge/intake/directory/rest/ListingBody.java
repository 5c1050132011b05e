package org.daybridge.intake.directory.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.daybridge.intake.directory.Listing;
import org.daybridge.intake.directory.Listing.Content;
import org.jspecify.annotations.Nullable;

/**
 * What a program tells the public of one of its sites; the same shape is shown. States are the two
 * letters of the postal service, languages tags of BCP 47, fees cents of a dollar. {@code room} is
 * how many places are free and how many days one waits, as on a day; it is shown for a while only.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListingBody(
    @NotBlank @Size(max = 200) String name,
    @NotNull @Size(max = 1000) String summary,
    @NotNull @Valid Place place,
    @NotEmpty @Size(max = 10) Set<Listing.@NotNull Condition> treats,
    @NotEmpty @Size(max = 3) Set<Listing.@NotNull Schedule> schedules,
    @NotEmpty @Size(max = 3) Set<Listing.@NotNull Age> ages,
    @Nullable @Size(max = 56) Set<@NotNull @Pattern(regexp = STATE) String> telehealthStates,
    @Nullable @Size(max = 20) Set<Listing.@NotNull Approach> approaches,
    @Nullable @Size(max = 20) Set<Listing.@NotNull Offer> services,
    @NotEmpty @Size(max = 30) Set<@NotNull @Pattern(regexp = LANGUAGE) String> languages,
    @Nullable @Size(max = 30) List<@NotNull @Valid Standing> standings,
    @Nullable @Size(max = 30) List<@NotNull @Valid Qualification> staff,
    @Nullable @Size(max = 3) List<@NotNull @Valid Fee> fees,
    @Nullable Boolean slidingScale,
    @Nullable @Size(max = 200) Set<@NotBlank @Size(max = 100) String> payers,
    @Nullable @Valid Room room) {
  static final String STATE = "[A-Z]{2}";
  static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}";
  static final String POSTAL_CODE = "[0-9]{5}";

  /** Where it is, and its point in degrees. */
  public record Place(
      @NotBlank @Size(max = 200) String line,
      @NotBlank @Size(max = 100) String city,
      @NotNull @Pattern(regexp = STATE) String state,
      @NotNull @Pattern(regexp = POSTAL_CODE) String postalCode,
      @NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude,
      @NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude,
      @NotNull @Pattern(regexp = "[+0-9() .-]{7,20}") String phone,
      @Nullable @Size(max = 300) @Pattern(regexp = "https://[^\\s]+") String website) {}

  /** A license or an accreditation, and the last day on which it is in force. */
  public record Standing(
      @NotBlank @Size(max = 100) String by,
      @NotBlank @Size(max = 100) String kind,
      @Nullable @Size(max = 60) String number,
      @NotNull LocalDate validTo) {}

  /** How many of the staff hold a credential. */
  public record Qualification(
      @NotBlank @Size(max = 30) String credential, @Min(1) @Max(10_000) int people) {}

  /** What a private payer pays. */
  public record Fee(Listing.@NotNull FeeFor per, @Min(0) @Max(100_000_00) int cents) {}

  /** What was free on a day. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Room(
      @Nullable @Min(0) @Max(10_000) Integer freePlaces,
      @Nullable @Min(0) @Max(1_000) Integer waitDays,
      @NotNull LocalDate statedOn) {}

  Content domain() {
    return new Content(
        name,
        summary,
        new Listing.Place(
            place.line(),
            place.city(),
            place.state(),
            place.postalCode(),
            new Listing.Point(place.latitude(), place.longitude()),
            place.phone(),
            Optional.ofNullable(place.website())),
        treats,
        schedules,
        ages,
        Objects.requireNonNullElse(telehealthStates, Set.of()),
        Objects.requireNonNullElse(approaches, Set.of()),
        Objects.requireNonNullElse(services, Set.of()),
        languages,
        Objects.requireNonNullElse(standings, List.<Standing>of()).stream()
            .map(
                one ->
                    new Listing.Standing(
                        one.by(), one.kind(), Optional.ofNullable(one.number()), one.validTo()))
            .toList(),
        Objects.requireNonNullElse(staff, List.<Qualification>of()).stream()
            .map(one -> new Listing.Qualification(one.credential(), one.people()))
            .toList(),
        Objects.requireNonNullElse(fees, List.<Fee>of()).stream()
            .map(one -> new Listing.Fee(one.per(), one.cents()))
            .toList(),
        Boolean.TRUE.equals(slidingScale),
        Objects.requireNonNullElse(payers, Set.of()),
        Optional.ofNullable(room)
            .map(
                one ->
                    new Listing.Room(
                        optional(one.freePlaces()), optional(one.waitDays()), one.statedOn())));
  }

  static ListingBody of(Content content) {
    Listing.Place place = content.place();
    return new ListingBody(
        content.name(),
        content.summary(),
        new Place(
            place.line(),
            place.city(),
            place.state(),
            place.postalCode(),
            place.point().latitude(),
            place.point().longitude(),
            place.phone(),
            place.website().orElse(null)),
        content.treats(),
        content.schedules(),
        content.ages(),
        content.telehealthStates(),
        content.approaches(),
        content.services(),
        content.languages(),
        content.standings().stream()
            .map(
                one -> new Standing(one.by(), one.kind(), one.number().orElse(null), one.validTo()))
            .toList(),
        content.staff().stream()
            .map(one -> new Qualification(one.credential(), one.people()))
            .toList(),
        content.fees().stream().map(one -> new Fee(one.per(), one.cents())).toList(),
        content.slidingScale(),
        content.payers(),
        content
            .room()
            .map(one -> new Room(number(one.freePlaces()), number(one.waitDays()), one.statedOn()))
            .orElse(null));
  }

  private static OptionalInt optional(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private static @Nullable Integer number(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : null;
  }
}
