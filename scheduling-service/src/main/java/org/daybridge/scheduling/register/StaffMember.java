package org.daybridge.scheduling.register;

import java.util.List;
import java.util.Set;
import org.daybridge.contract.scheduling.SchedulingEvent.License;
import org.jspecify.annotations.Nullable;

/**
 * A member of the staff.
 *
 * @param discipline such as SOCIAL_WORK, PSYCHOLOGY, NURSING
 * @param roles the roles of the access matrix that the person works in
 * @param supervisor code of the supervisor
 * @param npi national provider identifier, where the person has one
 * @param supervised an associate, who works under supervision
 */
public record StaffMember(
    String code,
    String givenName,
    String familyName,
    String discipline,
    Set<String> roles,
    Set<String> languages,
    Set<String> sites,
    List<License> licenses,
    @Nullable String supervisor,
    boolean supervised,
    @Nullable String npi,
    @Nullable String phone,
    boolean active)
    implements Entry {
  public StaffMember {
    roles = Set.copyOf(roles);
    languages = Set.copyOf(languages);
    sites = Set.copyOf(sites);
    licenses = List.copyOf(licenses);
  }

  public Credentials credentials() {
    return new Credentials(licenses, supervised, supervisor != null);
  }

  public String displayName() {
    return givenName + " " + familyName;
  }

  /** Names stay out of logs. */
  @Override
  public String toString() {
    return "StaffMember[" + code + "]";
  }
}
