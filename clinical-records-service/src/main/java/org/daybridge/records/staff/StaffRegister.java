package org.daybridge.records.staff;

import java.util.Optional;
import java.util.Set;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.records.signing.Credentials;

/** The members of the staff that this service has heard of. */
public interface StaffRegister {

  /** One member: discipline, roles, credentials and who supervises. */
  record Member(
      StaffId id,
      String discipline,
      Set<String> roles,
      Credentials credentials,
      Optional<StaffId> supervisor,
      boolean active) {
    public Member {
      roles = Set.copyOf(roles);
    }
  }

  void save(Member member);

  Optional<Member> find(StaffId id);

  /** Somebody whom scheduling has not registered yet signs as what their role says, unlicensed. */
  default Credentials credentials(StaffId id, String role) {
    return find(id)
        .map(Member::credentials)
        .orElseGet(() -> new Credentials(role, java.util.List.of()));
  }
}
