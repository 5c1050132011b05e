package org.daybridge.records.certification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;

/** The certifications that the caller can see. */
public interface Certifications {

  void add(Certification certification);

  Optional<Certification> last(EpisodeId episode);

  List<Certification> ofPatient(PatientId patient);

  /** Whether the day is covered by a certification of this episode. */
  boolean covered(EpisodeId episode, LocalDate day);

  Optional<Certification> find(CertificationId id);

  void lapsed(Certification certification);
}
