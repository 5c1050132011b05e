package org.daybridge.scheduling.series;

import java.util.List;
import org.daybridge.scheduling.session.SessionPlan.Modality;
import org.jspecify.annotations.Nullable;

/** The week of a track: everybody who is admitted to it attends all of its slots. */
public record Template(String site, TemplateRules.Model model, List<Slot> slots) {
  public Template {
    slots = List.copyOf(slots);
  }

  /** A slot with what is done in it. */
  public record Slot(
      TemplateSlot when,
      String type,
      @Nullable String room,
      Modality modality,
      @Nullable Integer capacity,
      List<String> facilitators) {
    public Slot {
      facilitators = List.copyOf(facilitators);
    }
  }
}
