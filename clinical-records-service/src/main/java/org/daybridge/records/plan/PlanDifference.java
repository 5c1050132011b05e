package org.daybridge.records.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What changed from one version of a plan to the next, place by place. */
public final class PlanDifference {

  /** Absent before: added. Absent after: removed. */
  public record Change(String where, Optional<String> before, Optional<String> after) {
    @Override
    public String toString() {
      return "Change[" + where + "]";
    }
  }

  private PlanDifference() {}

  public static List<Change> between(PlanContent before, PlanContent after) {
    var old = flat(before);
    var now = flat(after);
    var places = new TreeSet<>(old.keySet());
    places.addAll(now.keySet());
    var changes = new ArrayList<Change>();
    for (var place : places) {
      var was = Optional.ofNullable(old.get(place));
      var is = Optional.ofNullable(now.get(place));
      if (!was.equals(is)) changes.add(new Change(place, was, is));
    }
    return changes;
  }

  private static Map<String, String> flat(PlanContent content) {
    var places = new TreeMap<String, String>();
    flatten("", content.canonical(), places);
    return places;
  }

  private static void flatten(String place, Object value, Map<String, String> into) {
    switch (value) {
      case Map<?, ?> object ->
          object.forEach((key, each) -> flatten(place + "/" + key, each, into));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++)
          flatten(place + "/" + key(list, i), list.get(i), into);
      }
      case Optional<?> maybe -> maybe.ifPresent(some -> into.put(place, some.toString()));
      default -> into.put(place, value.toString());
    }
  }

  /** Goals keep their id over versions, so a goal that moved is not a goal that changed. */
  private static String key(List<?> list, int index) {
    return list.get(index) instanceof Map<?, ?> object && object.get("id") != null
        ? object.get("id").toString()
        : Integer.toString(index + 1);
  }
}
