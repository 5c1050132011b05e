package org.daybridge.records.continuedstay.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.daybridge.records.continuedstay.StayEvidence.Kept;
import org.daybridge.records.print.Sheet;
import org.daybridge.records.print.Sheet.Part;

/** A kept packet on paper: set from the very text that was hashed, so that both say the same. */
@Singleton
class PacketSheets {

  private static final Map<String, String> GAPS =
      Map.of(
          "no-active-plan", "No treatment plan is active",
          "plan-review-overdue", "The plan's review is overdue",
          "goals-without-finding", "Goals without a finding of a review",
          "sessions-without-signed-note", "Attended sessions without a signed note",
          "weeks-under-prescribed-minutes", "Weeks under the prescribed minutes",
          "no-repeated-measure", "No measure was answered more than once",
          "not-certified", "No physician certification covers today");

  private final ObjectMapper json;

  PacketSheets(ObjectMapper json) {
    this.json = json;
  }

  Sheet of(Kept kept) {
    var packet = read(kept);
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading("Gaps"));
    parts.add(gaps(packet.path("gaps")));
    parts.add(new Part.Heading("Why not less care"));
    parts.add(new Part.Words(text(packet, "whyNotLower")));
    parts.add(new Part.Heading("Why not more care"));
    parts.add(new Part.Words(text(packet, "whyNotHigher")));
    plan(packet, parts);
    parts.add(new Part.Heading("Attendance by week"));
    parts.add(
        grid(
            packet.path("weeks"),
            List.of("Week of", "Attended minutes", "Documented minutes"),
            each ->
                List.of(text(each, "monday"), text(each, "attended"), text(each, "documented"))));
    parts.add(new Part.Heading("Measures"));
    parts.add(
        grid(
            packet.path("measures"),
            List.of("Instrument", "Answers", "First", "Latest"),
            each ->
                List.of(
                    text(each, "instrument") + " " + text(each, "version"),
                    text(each, "answers"),
                    text(each, "first"),
                    text(each, "latest"))));
    parts.add(new Part.Heading("Risk"));
    parts.add(new Part.Words("Risk alerts in this episode: " + text(packet, "riskAlerts")));
    parts.add(new Part.Heading("Signed notes that this stands on"));
    parts.add(
        grid(
            packet.path("notes"),
            List.of("Note", "Hash of its signed text"),
            each -> List.of(text(each, "note"), text(each, "hash").substring(0, 23))));
    return new Sheet(
        "Continued stay",
        text(packet, "from") + " to " + text(packet, "to") + ", patient " + text(packet, "patient"),
        parts,
        "Packet " + kept.id() + ", " + kept.hash().substring(0, 23));
  }

  private static Part gaps(JsonNode gaps) {
    if (gaps.isEmpty()) return new Part.Words("None.");
    return grid(
        gaps,
        List.of("What is missing", "How often"),
        each ->
            List.of(
                GAPS.getOrDefault(text(each, "code"), text(each, "code")), text(each, "count")));
  }

  private static void plan(JsonNode packet, List<Part> parts) {
    var plan = packet.path("plan");
    if (plan.isMissingNode()) return;
    parts.add(new Part.Heading("Plan and progress by goal"));
    parts.add(
        new Part.Words(
            "Version "
                + text(plan, "version")
                + ", "
                + text(plan, "minutesPerWeek")
                + " minutes a week prescribed, next review due "
                + text(plan, "reviewDueOn")
                + ", "
                + (packet.path("certified").asBoolean() ? "certified" : "not certified")));
    parts.add(
        grid(
            plan.path("goals"),
            List.of("Measure", "Baseline", "Target", "Due", "Latest finding"),
            each ->
                List.of(
                    text(each, "measure"),
                    text(each, "baseline"),
                    text(each, "target"),
                    text(each, "dueOn"),
                    text(each, "progress"))));
  }

  private static Part grid(JsonNode rows, List<String> head, Function<JsonNode, List<String>> row) {
    if (rows.isEmpty()) return new Part.Words("Nothing in this span.");
    var lines = new ArrayList<List<String>>();
    rows.forEach(each -> lines.add(row.apply(each)));
    return new Part.Grid(head, lines);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  private JsonNode read(Kept kept) {
    try {
      return json.readTree(kept.canonical());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Packet " + kept.id() + " can't be read", e);
    }
  }
}
