package org.daybridge.outcomes.checkin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.daybridge.contract.intake.Population;

/** All parts of check-ins, and who gets which. */
public record CheckInForms(String version, List<Part> parts) {

  /** Questions of some populations and tracks; no track means every one. */
  public record Part(Set<Population> populations, Set<String> tracks, List<Question> questions) {
    public Part {
      populations = Set.copyOf(populations);
      tracks = Set.copyOf(tracks);
      questions = List.copyOf(questions);
    }

    private boolean isAskedIn(Population population, String track) {
      return populations.contains(population)
          && (tracks.isEmpty() || tracks.contains(track.toUpperCase(Locale.ROOT)));
    }
  }

  public CheckInForms {
    parts = List.copyOf(parts);
  }

  public CheckInForm of(Population population, String track) {
    List<Question> questions = new ArrayList<>();
    for (Part part : parts) {
      if (part.isAskedIn(population, track)) questions.addAll(part.questions());
    }
    return new CheckInForm(version, questions);
  }
}
