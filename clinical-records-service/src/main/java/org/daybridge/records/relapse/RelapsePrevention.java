package org.daybridge.records.relapse;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.daybridge.records.personalplan.PersonalPlanContent;
import org.daybridge.records.personalplan.PersonalPlanKind;
import org.daybridge.records.print.Sheet.Part;

/**
 * Triggers, high-risk situations, warning signs, coping, support, and what to do. A fellow
 * participant appears only in the patient's own words, never as a link to that person's record.
 */
public record RelapsePrevention(
    List<String> triggers,
    List<String> highRiskSituations,
    List<String> warningSigns,
    List<String> coping,
    List<String> support,
    List<String> whatToDo)
    implements PersonalPlanContent {

  public RelapsePrevention {
    triggers = List.copyOf(triggers);
    highRiskSituations = List.copyOf(highRiskSituations);
    warningSigns = List.copyOf(warningSigns);
    coping = List.copyOf(coping);
    support = List.copyOf(support);
    whatToDo = List.copyOf(whatToDo);
  }

  @Override
  public PersonalPlanKind kind() {
    return PersonalPlanKind.RELAPSE_PREVENTION;
  }

  @Override
  public List<Gap> gaps() {
    var gaps = new ArrayList<Gap>();
    canonical()
        .forEach(
            (part, says) -> {
              if (((List<?>) says).stream().allMatch(each -> each.toString().isBlank())) {
                gaps.add(new Gap("relapse-plan-is-complete", part));
              }
            });
    return gaps;
  }

  @Override
  public Map<String, ?> canonical() {
    return Map.of(
        "triggers", triggers,
        "highRiskSituations", highRiskSituations,
        "warningSigns", warningSigns,
        "coping", coping,
        "support", support,
        "whatToDo", whatToDo);
  }

  @Override
  public String printedTitle() {
    return "My plan for staying well";
  }

  @Override
  public List<Part> printedParts(ZoneId zone) {
    return List.of(
        new Part.Heading("What can set me off"),
        new Part.Points(triggers),
        new Part.Heading("Situations with a high risk"),
        new Part.Points(highRiskSituations),
        new Part.Heading("Warning signs"),
        new Part.Points(warningSigns),
        new Part.Heading("What helps me"),
        new Part.Points(coping),
        new Part.Heading("People on my side"),
        new Part.Points(support),
        new Part.Heading("What to do when it gets hard"),
        new Part.Points(whatToDo),
        new Part.Words("In a crisis call or text 988 at any hour."));
  }

  @Override
  public String toString() {
    return "RelapsePrevention[]";
  }
}
