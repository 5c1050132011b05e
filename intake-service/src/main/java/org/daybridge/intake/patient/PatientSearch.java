package org.daybridge.intake.patient;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds patients among those that the caller can see. */
public interface PatientSearch {

  /** A patient in a list: enough to tell people apart, nothing clinical. */
  record Line(UUID id, String familyName, String givenName, LocalDate birthDate, boolean deceased) {
    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }

  /** The lines of these patients; ids that the caller can't see are left out. */
  List<Line> byIds(Collection<UUID> ids);

  /** Patients whose name contains the text, or all, of this birth date, in the order of ids. */
  List<Line> search(
      @Nullable String name, @Nullable LocalDate birthDate, @Nullable UUID after, int rows);
}
