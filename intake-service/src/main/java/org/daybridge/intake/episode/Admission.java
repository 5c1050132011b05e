package org.daybridge.intake.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.daybridge.contract.intake.AssessmentKind;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.intake.program.Track;
import org.daybridge.kit.decision.Decision;
import org.jspecify.annotations.Nullable;

/** What an admission asks for; the handler gathers the facts, the rules below decide. */
public record Admission(
    Track track,
    SiteId site,
    Set<AssessmentKind> assessedOrDeferred,
    @Nullable LevelOfCare decidedLevel,
    boolean consentedToTreatment,
    boolean clinicianOnCareTeam,
    int plannedWeeks,
    int mostWeeks) {

  /** The first rule that stands in the way; an applied decision when none does. */
  public Decision<Admission, Void> check() {
    List<AssessmentKind> missing = new ArrayList<>(List.of(AssessmentKind.values()));
    missing.removeAll(assessedOrDeferred);
    if (!missing.isEmpty()) {
      return Decision.refused(
          "assessment-incomplete",
          "Neither complete nor deferred: "
              + String.join(", ", missing.stream().map(Enum::name).toList())
              + ".");
    }
    if (decidedLevel == null) {
      return Decision.refused("level-of-care-decided", "The level of care is not decided.");
    }
    if (decidedLevel != track.levelOfCare()) {
      return Decision.refused(
          "level-of-care-fits-track",
          "The decision is for " + decidedLevel + ", the track gives " + track.levelOfCare() + ".");
    }
    if (!consentedToTreatment) {
      return Decision.refused("consent-to-treatment", "There is no consent to treatment.");
    }
    if (!clinicianOnCareTeam) {
      return Decision.refused(
          "primary-clinician-on-care-team", "The primary clinician is not on the care team.");
    }
    if (!track.active() || !track.sites().contains(site)) {
      return Decision.refused("track-is-open", "The track is not offered at this site.");
    }
    if (plannedWeeks > mostWeeks) {
      return Decision.refused(
          "planned-weeks-within-policy",
          plannedWeeks + " weeks are over the " + mostWeeks + " that can be planned at once.");
    }
    return Decision.applied(this);
  }
}
