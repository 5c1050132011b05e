package org.daybridge.kit.fhir;

import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;

/** Provenance of a resource: who wrote it last, and when. Its id is the target's type and id. */
public final class Provenances {
  private static final String PARTICIPANT =
      "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

  private Provenances() {}

  public static Provenance of(
      String type, UUID id, Instant recorded, UUID author, String authorType) {
    Provenance provenance = new Provenance();
    provenance.setId(type + "-" + id);
    provenance.addTarget(new Reference(type + "/" + id));
    provenance.setRecorded(Date.from(recorded));
    Provenance.ProvenanceAgentComponent agent = provenance.addAgent();
    agent.getType().addCoding().setSystem(PARTICIPANT).setCode("author").setDisplay("Author");
    agent.setWho(new Reference(authorType + "/" + author));
    return provenance;
  }

  /** The target's id in a Provenance id such as {@code Appointment-<uuid>}. */
  public static String targetId(String type, String provenanceId) {
    return provenanceId.startsWith(type + "-") ? provenanceId.substring(type.length() + 1) : "";
  }
}
