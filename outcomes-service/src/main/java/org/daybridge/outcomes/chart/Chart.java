package org.daybridge.outcomes.chart;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a picture shows, whoever draws it. Nothing rests on colour alone: each look has its own
 * shape, each band and line its name.
 *
 * @param alt the same in words, for those who do not see the picture
 * @param lowest where the scale begins and {@code highest} where it ends; null: by the values
 */
public record Chart(
    String title,
    String alt,
    Across across,
    String valueName,
    @Nullable Double lowest,
    @Nullable Double highest,
    List<Band> bands,
    @Nullable Corridor corridor,
    List<Mark> marks,
    List<Dot> dots,
    List<Limit> limits) {

  /** What the axis across tells: days, in milliseconds of the epoch, or one word for each dot. */
  public sealed interface Across {
    record Days(ZoneId zone) implements Across {}

    record Words(List<String> words) implements Across {
      public Words {
        words = List.copyOf(words);
      }
    }
  }

  /** A range of values with a name; {@code shade} from 0, light, to 1. */
  public record Band(double from, double to, String name, double shade) {}

  public record Corridor(double low, double high, String name) {}

  public record Mark(double across, String name) {}

  public record Dot(double across, double value, Look look) {}

  /** A line that can stand elsewhere at each word; null: it is not drawn there. */
  public record Limit(String name, boolean centre, List<@Nullable Double> values) {
    public Limit {
      values = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(values));
    }
  }

  /** How a dot is shown, and what the legend says of it. */
  public enum Look {
    VALUE("value"),
    BASELINE("baseline"),
    BETTER("reliably better than the baseline"),
    WORSE("reliably worse than the baseline"),
    SIGNAL("signal");

    private final String legend;

    Look(String legend) {
      this.legend = legend;
    }

    public String legend() {
      return legend;
    }
  }

  public Chart {
    bands = List.copyOf(bands);
    marks = List.copyOf(marks);
    dots = List.copyOf(dots);
    limits = List.copyOf(limits);
  }

  /** A chart of a patient is health information. */
  @Override
  public String toString() {
    return "Chart of " + dots.size() + " values";
  }
}
