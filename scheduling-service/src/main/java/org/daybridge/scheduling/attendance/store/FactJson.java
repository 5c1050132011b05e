package org.daybridge.scheduling.attendance.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.daybridge.scheduling.attendance.AttendanceFact;
import org.daybridge.scheduling.attendance.AttendanceFact.CheckedIn;
import org.daybridge.scheduling.attendance.AttendanceFact.CheckedOut;
import org.daybridge.scheduling.attendance.AttendanceFact.Corrected;
import org.daybridge.scheduling.attendance.AttendanceFact.Marked;

/** How a fact is kept: its kind beside its content. */
@ApplicationScoped
class FactJson {
  private final ObjectMapper json;

  FactJson(ObjectMapper json) {
    this.json = json;
  }

  String kind(AttendanceFact fact) {
    return switch (fact) {
      case CheckedIn _ -> "CHECKED_IN";
      case CheckedOut _ -> "CHECKED_OUT";
      case Marked _ -> "MARKED";
      case Corrected _ -> "CORRECTED";
    };
  }

  String write(AttendanceFact fact) {
    try {
      return json.writeValueAsString(fact);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A fact of kind " + kind(fact) + " can't be written", e);
    }
  }

  AttendanceFact read(String kind, String content) {
    try {
      return switch (kind) {
        case "CHECKED_IN" -> json.readValue(content, CheckedIn.class);
        case "CHECKED_OUT" -> json.readValue(content, CheckedOut.class);
        case "MARKED" -> json.readValue(content, Marked.class);
        case "CORRECTED" -> json.readValue(content, Corrected.class);
        default -> throw new IllegalStateException("There is no fact of kind " + kind);
      };
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A fact of kind " + kind + " does not read", e);
    }
  }
}
