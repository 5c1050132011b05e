package org.daybridge.kit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. {@code next} is the cursor of the page after it; without one this is the
 * last.
 *
 * @param <T> what is listed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String next) {

  /** A page from one row more than asked for: the surplus tells that there is a next page. */
  public static <T> Page<T> of(List<T> rows, PageRequest asked, Function<T, String> cursorOf) {
    if (rows.size() <= asked.limit()) {
      return new Page<>(rows, null);
    }
    List<T> shown = List.copyOf(rows.subList(0, asked.limit()));
    return new Page<>(shown, Cursors.write(cursorOf.apply(shown.getLast())));
  }
}
