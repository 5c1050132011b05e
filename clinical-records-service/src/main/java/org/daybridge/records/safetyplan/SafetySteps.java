package org.daybridge.records.safetyplan;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.daybridge.records.personalplan.PersonalPlanContent;
import org.daybridge.records.personalplan.PersonalPlanKind;
import org.daybridge.records.print.Sheet.Part;
import org.daybridge.records.signing.CanonicalForm;

/** The six steps in their order; each says something, and the fifth names the 988 lifeline. */
public record SafetySteps(
    List<String> warningSigns,
    List<String> ownCoping,
    List<String> peopleAndPlaces,
    List<Ally> peopleToAsk,
    List<Ally> professionals,
    List<String> saferEnvironment)
    implements PersonalPlanContent {

  /** Somebody to call, by the name the patient uses. */
  public record Ally(String name, String phone) {
    Map<String, ?> canonical() {
      return Map.of("name", name, "phone", phone);
    }

    @Override
    public String toString() {
      return "Ally[]";
    }
  }

  private static final String LIFELINE = "988";

  public SafetySteps {
    warningSigns = List.copyOf(warningSigns);
    ownCoping = List.copyOf(ownCoping);
    peopleAndPlaces = List.copyOf(peopleAndPlaces);
    peopleToAsk = List.copyOf(peopleToAsk);
    professionals = List.copyOf(professionals);
    saferEnvironment = List.copyOf(saferEnvironment);
  }

  @Override
  public PersonalPlanKind kind() {
    return PersonalPlanKind.SAFETY;
  }

  @Override
  public List<Gap> gaps() {
    var gaps = new ArrayList<Gap>();
    step(gaps, "1 warning signs", warningSigns);
    step(gaps, "2 own coping", ownCoping);
    step(gaps, "3 people and places", peopleAndPlaces);
    step(gaps, "4 people to ask", peopleToAsk.stream().map(Ally::name).toList());
    step(gaps, "5 professionals", professionals.stream().map(Ally::name).toList());
    step(gaps, "6 safer environment", saferEnvironment);
    if (professionals.stream().noneMatch(each -> each.phone().strip().equals(LIFELINE))) {
      gaps.add(new Gap("safety-plan-names-988", "5 professionals"));
    }
    return gaps;
  }

  private static void step(List<Gap> gaps, String step, List<String> says) {
    if (says.stream().allMatch(String::isBlank)) {
      gaps.add(new Gap("safety-plan-has-six-steps", "step " + step));
    }
  }

  @Override
  public Map<String, ?> canonical() {
    return Map.of(
        "warningSigns", warningSigns,
        "ownCoping", ownCoping,
        "peopleAndPlaces", peopleAndPlaces,
        "peopleToAsk", CanonicalForm.each(peopleToAsk, Ally::canonical),
        "professionals", CanonicalForm.each(professionals, Ally::canonical),
        "saferEnvironment", saferEnvironment);
  }

  @Override
  public String printedTitle() {
    return "My safety plan";
  }

  @Override
  public List<Part> printedParts(ZoneId zone) {
    return List.of(
        new Part.Heading("1  Signs that a crisis may be coming"),
        new Part.Points(warningSigns),
        new Part.Heading("2  What I can do by myself"),
        new Part.Points(ownCoping),
        new Part.Heading("3  People and places that take my mind off it"),
        new Part.Points(peopleAndPlaces),
        new Part.Heading("4  People whom I can ask for help"),
        allies(peopleToAsk),
        new Part.Heading("5  Professionals and lifelines"),
        allies(professionals),
        new Part.Words("Call or text 988 at any hour. Call 911 when life is in danger."),
        new Part.Heading("6  Making my surroundings safer"),
        new Part.Points(saferEnvironment));
  }

  private static Part allies(List<Ally> allies) {
    return new Part.Grid(
        List.of("Name", "Phone"),
        allies.stream().map(ally -> List.of(ally.name(), ally.phone())).toList());
  }

  @Override
  public String toString() {
    return "SafetySteps[]";
  }
}
