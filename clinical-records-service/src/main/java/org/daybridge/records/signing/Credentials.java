package org.daybridge.records.signing;

import java.time.LocalDate;
import java.util.List;

/** What a member of staff was allowed to call themselves at one moment; copied into signatures. */
public record Credentials(String role, List<License> licenses) {

  /** A license without an end date is kept as one that ends on {@link LocalDate#MAX}. */
  public record License(String code, String jurisdiction, LocalDate validThrough) {
    boolean validOn(LocalDate day) {
      return !day.isAfter(validThrough);
    }
  }

  public Credentials {
    licenses = List.copyOf(licenses);
  }

  public boolean licensedOn(LocalDate day) {
    return licenses.stream().anyMatch(license -> license.validOn(day));
  }

  /** The words that stand behind the name: valid licenses, else the role alone. */
  public List<String> asOf(LocalDate day) {
    var valid =
        licenses.stream()
            .filter(license -> license.validOn(day))
            .map(license -> license.code() + "-" + license.jurisdiction())
            .sorted()
            .toList();
    return valid.isEmpty() ? List.of(role) : valid;
  }
}
