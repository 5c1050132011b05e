package org.daybridge.medication.knowledge.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One knowledge file: comma-separated with a header line; text with a comma stands in quotes. */
public final class CsvTable {

  private final String file;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<List<String>> rows = new ArrayList<>();

  private CsvTable(String file) {
    this.file = file;
  }

  public static CsvTable read(String path) {
    var table = new CsvTable(path);
    try (var stream = CsvTable.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("The knowledge file " + path + " is missing.");
      }
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      var header = fields(reader.readLine());
      for (int i = 0; i < header.size(); i++) {
        table.columns.put(header.get(i), i);
      }
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        table.add(fields(line), header.size());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  private void add(List<String> row, int width) {
    if (row.size() != width) {
      throw new IllegalStateException(
          "Row %d of %s has %d fields, not %d."
              .formatted(rows.size() + 2, file, row.size(), width));
    }
    rows.add(row);
  }

  private static List<String> fields(String line) {
    var fields = new ArrayList<String>();
    var field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  public <T> List<T> map(Function<Row, T> reading) {
    return rows.stream().map(Row::new).map(reading).toList();
  }

  /** One row, read by column name. */
  public final class Row {
    private final List<String> fields;

    private Row(List<String> fields) {
      this.fields = fields;
    }

    public String text(String column) {
      var index = columns.get(column);
      if (index == null) {
        throw new IllegalStateException(
            "The knowledge file " + file + " has no column " + column + ".");
      }
      return fields.get(index);
    }

    @Nullable String orNull(String column) {
      var text = text(column);
      return text.isBlank() ? null : text;
    }

    @Nullable Double number(String column) {
      var text = orNull(column);
      return text == null ? null : Double.valueOf(text);
    }

    @Nullable Integer whole(String column) {
      var text = orNull(column);
      return text == null ? null : Integer.valueOf(text);
    }

    double amount(String column) {
      return Double.parseDouble(text(column));
    }

    int days(String column) {
      return Integer.parseInt(text(column));
    }

    /** Words that are divided by spaces: classes, codes, slugs. */
    Set<String> words(String column) {
      return split(text(column), " ");
    }

    /** Names that may hold spaces, divided by semicolons. */
    Set<String> names(String column) {
      return split(text(column), ";");
    }

    private Set<String> split(String text, String by) {
      if (text.isEmpty()) {
        return Set.of();
      }
      var parts = new LinkedHashSet<String>();
      for (var part : text.split(by, -1)) {
        if (!part.isBlank()) {
          parts.add(part.strip());
        }
      }
      return parts;
    }
  }
}
