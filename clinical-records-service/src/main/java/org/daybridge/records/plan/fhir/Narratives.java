package org.daybridge.records.plan.fhir;

import java.util.List;
import org.daybridge.records.plan.Goal;
import org.daybridge.records.plan.PlanContent;
import org.hl7.fhir.r4.model.Narrative;

/** A plan as text for people: every word escaped, nothing but headings and lists. */
final class Narratives {

  private Narratives() {}

  static Narrative of(PlanContent content) {
    var html = new StringBuilder("<div xmlns=\"http://www.w3.org/1999/xhtml\">");
    for (var problem : content.problems()) {
      html.append("<p><b>").append(escaped(problem.statement())).append("</b></p>");
      problem.goals().forEach(goal -> goal(goal, html));
    }
    list("Strengths", content.strengths(), html);
    list("Preferences", content.preferences(), html);
    list("Barriers", content.barriers(), html);
    var narrative = new Narrative();
    narrative.setStatus(Narrative.NarrativeStatus.GENERATED);
    narrative.setDivAsString(html.append("</div>").toString());
    return narrative;
  }

  private static void goal(Goal goal, StringBuilder html) {
    html.append("<p>Goal: ").append(escaped(goal.patientWords()));
    html.append(" (").append(escaped(goal.measure())).append(", due ").append(goal.dueOn());
    html.append(")</p><ul>");
    for (var objective : goal.objectives()) {
      html.append("<li>").append(escaped(objective.text()));
      for (var each : objective.interventions()) {
        html.append("; ").append(each.modality()).append(' ').append(each.timesPerWeek());
        html.append(" times a week, ").append(each.minutes()).append(" minutes, ");
        html.append(each.weeks()).append(" weeks");
      }
      html.append("</li>");
    }
    html.append("</ul>");
    if (goal.objectives().isEmpty()) {
      html.setLength(html.length() - "<ul></ul>".length());
    }
  }

  private static void list(String title, List<String> texts, StringBuilder html) {
    if (texts.isEmpty()) return;
    html.append("<p>").append(title).append("</p><ul>");
    texts.forEach(text -> html.append("<li>").append(escaped(text)).append("</li>"));
    html.append("</ul>");
  }

  static String escaped(String text) {
    var safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> {
                  if (c >= 0x20 || c == '\n' || c == '\t') safe.appendCodePoint(c);
                }
              }
            });
    return safe.toString();
  }
}
