package org.daybridge.outcomes.measure.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.MeasureId;
import org.daybridge.outcomes.instrument.AnswerSheet;
import org.daybridge.outcomes.instrument.Score;
import org.daybridge.outcomes.measure.Measure;
import org.jspecify.annotations.Nullable;

/** A row of {@code measure} as a {@link Measure} and back. */
@ApplicationScoped
class MeasureColumns {
  private static final TypeReference<LinkedHashMap<String, BigDecimal>> ANSWERS =
      new TypeReference<>() {};
  private static final TypeReference<LinkedHashMap<String, Object>> CONTEXT =
      new TypeReference<>() {};

  private final ObjectMapper json;

  MeasureColumns(ObjectMapper json) {
    this.json =
        json.copy()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A measure can't be written as JSON", e);
    }
  }

  Measure read(ResultSet row) throws SQLException {
    UUID episode = row.getObject("episode_id", UUID.class);
    try {
      Map<String, BigDecimal> answers = json.readValue(row.getString("answers"), ANSWERS);
      Map<String, Object> context = json.readValue(row.getString("context"), CONTEXT);
      return new Measure(
          new MeasureId(row.getObject("measure_id", UUID.class)),
          new PatientId(row.getObject("patient_id", UUID.class)),
          episode == null ? null : new EpisodeId(episode),
          row.getObject("assignment_id", UUID.class),
          row.getInt("labels"),
          row.getString("instrument"),
          row.getString("instrument_version"),
          Measure.Mode.valueOf(row.getString("mode")),
          Measure.Status.valueOf(row.getString("status")),
          new AnswerSheet(answers, context),
          json.readValue(row.getString("score"), Score.class),
          row.getBigDecimal("value"),
          row.getBigDecimal("change_since_baseline"),
          instant(row, "answered_at"),
          instant(row, "received_at"),
          row.getObject("author_id", UUID.class),
          row.getString("author_kind"),
          measureId(row, "corrects"),
          measureId(row, "corrected_by"),
          row.getString("reason"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored measure does not read", e);
    }
  }

  private static @Nullable MeasureId measureId(ResultSet row, String column) throws SQLException {
    UUID id = row.getObject(column, UUID.class);
    return id == null ? null : new MeasureId(id);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
