package org.daybridge.scheduling.weekplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybridge.scheduling.weekplan.file.ProblemFile;
import org.daybridge.scheduling.weekplan.file.WeekFile;
import org.junit.jupiter.api.Test;

/** Two clinics of one network, laid out side by side. */
class SitePartsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void eachSiteIsAWeekOfItsOwnAndASharedClinicianBelongsToOne() throws Exception {
    List<WeekProblem> parts = SiteParts.of(network(""));

    assertThat(parts).hasSize(2);
    assertThat(parts.stream().mapToInt(one -> one.activities().size()).sum())
        .isEqualTo(network("").activities().size());
    assertThat(parts.stream().filter(one -> works(one, "c0"))).hasSize(1);
    assertThat(parts).allSatisfy(one -> assertThat(one.clinicians()).hasSize(10));
  }

  @Test
  void sitesThatShareAnAppointmentStayTogether() throws Exception {
    WeekProblem network = network("b-p0-0");

    assertThat(network.activities())
        .anySatisfy(one -> assertThat(one.roster().orElse(List.of())).contains("b-p0-0"));
    assertThat(SiteParts.of(network)).hasSize(1);
  }

  @Test
  void whatIsAddedUpIsWhatTheWholeWeekCosts() throws Exception {
    WeekProblem network = network("");
    List<WeekSolver.Proposal> seen = new ArrayList<>();

    WeekSolver.Proposal found =
        new WeekSolver(2)
            .solve(
                network, Optional.empty(), 1, Duration.ofSeconds(3), best -> seen.add(best.get()));

    assertThat(found.score().usable()).isTrue();
    seen.add(found);
    assertThat(seen).hasSizeGreaterThan(2);
    assertThat(seen.stream().map(one -> Recount.score(Recount.of(network, one.solution()))))
        .containsExactlyElementsOf(seen.stream().map(WeekSolver.Proposal::score).toList());
    assertThat(seen.stream().map(WeekSolver.Proposal::moves)).isSorted();
  }

  @Test
  void aSearchThatIsStoppedHasAPlanForBothSites() throws Exception {
    WeekProblem network = network("");

    WeekSolver.Proposal found =
        new WeekSolver(2).solve(network, Optional.empty(), 1, Duration.ofMinutes(10), _ -> false);

    assertThat(found.solution().assignments())
        .extracting(one -> one.activity().startsWith("b-"))
        .contains(true, false);
  }

  private static boolean works(WeekProblem part, String clinician) {
    return part.clinicians().stream()
        .anyMatch(one -> one.id().equals(clinician) && !one.sites().isEmpty());
  }

  /** Clinician c0 works at both; {@code guest} has an appointment at the first site. */
  private static WeekProblem network(String guest) throws Exception {
    JsonNode one = JSON.readTree(ProblemFile.write(PlantedWeek.of(20, 5, 1).problem()));
    JsonNode other = JSON.readTree(ProblemFile.write(PlantedWeek.of(20, 5, 2).problem()));
    Set<String> names = new HashSet<>();
    for (String kind : List.of("sites", "rooms", "clinicians", "patients", "activities")) {
      names.addAll(other.path(kind).findValuesAsText("id"));
    }
    names.addAll(other.path("activities").findValuesAsText("series"));
    JsonNode renamed = renamed(other, names);
    for (String kind :
        List.of("sites", "rooms", "clinicians", "patients", "noContact", "activities")) {
      ((ArrayNode) one.path(kind)).addAll((ArrayNode) renamed.path(kind));
    }
    ((ArrayNode) one.at("/clinicians/0/sites")).add("b-main");
    if (!guest.isEmpty()) {
      for (JsonNode activity : one.path("activities")) {
        if (activity.has("roster") && !activity.path("id").asText().startsWith("b-")) {
          ((ObjectNode) activity).putArray("roster").add(guest);
          break;
        }
      }
    }
    return WeekFile.read(one.toString());
  }

  private static JsonNode renamed(JsonNode node, Set<String> names) {
    if (node.isTextual() && names.contains(node.asText())) {
      return JSON.getNodeFactory().textNode("b-" + node.asText());
    }
    if (node instanceof ArrayNode list) {
      ArrayNode all = JSON.createArrayNode();
      list.forEach(one -> all.add(renamed(one, names)));
      return all;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode all = JSON.createObjectNode();
      object.properties().forEach(one -> all.set(one.getKey(), renamed(one.getValue(), names)));
      return all;
    }
    return node;
  }
}
