package org.daybridge.scheduling.series.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.scheduling.SeriesId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.scheduling.series.Series;
import org.daybridge.scheduling.series.SeriesBook;
import org.daybridge.scheduling.series.SeriesPattern;
import org.daybridge.scheduling.series.Template;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PanacheSeriesBook implements SeriesBook {
  private final ObjectMapper json;
  private final Jdbi jdbi;

  PanacheSeriesBook(ObjectMapper json, Jdbi jdbi) {
    this.json = json;
    this.jdbi = jdbi;
  }

  @Override
  public Series require(SeriesId id) {
    return series(row(id));
  }

  private static SeriesRow row(SeriesId id) {
    SeriesRow row = SeriesRow.findById(id.value());
    if (row == null) {
      throw new NotVisible("Series", id.value());
    }
    return row;
  }

  @Override
  public List<Series> running(String track) {
    return SeriesRow.<SeriesRow>find(
            "trackCode = ?1 and endedOn is null and slotKey is not null order by slotKey", track)
        .stream()
        .map(this::series)
        .toList();
  }

  @Override
  public void add(Series series) {
    var row = new SeriesRow();
    row.id = series.id().value();
    row.organizationId = Callers.current().organizationId();
    row.trackCode = series.track().orElse(null);
    row.slotKey = series.slotKey().orElse(null);
    row.pattern = written(series.pattern());
    row.siteId = series.site().value();
    row.beginsOn = series.beginsOn();
    row.generatedTo = series.generatedTo();
    row.persistAndFlush();
  }

  @Override
  public void save(Series series) {
    SeriesRow row = row(series.id());
    row.generatedTo = series.generatedTo();
    row.endedOn = series.endedOn().orElse(null);
    row.persistAndFlush();
  }

  private Series series(SeriesRow row) {
    return new Series(
        new SeriesId(row.id),
        Optional.ofNullable(row.trackCode),
        Optional.ofNullable(row.slotKey),
        read(row.pattern, SeriesPattern.class),
        new SiteId(row.siteId),
        row.beginsOn,
        Optional.ofNullable(row.endedOn),
        row.generatedTo);
  }

  @Override
  public Set<LocalDateTime> occurrences(SeriesId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select occurrence from session where series_id = :id")
                .bind("id", id)
                .mapTo(LocalDateTime.class)
                .set());
  }

  @Override
  public List<SessionId> planned(SeriesId id, Instant from) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select session_id from session where series_id = :id and state = 'PLANNED'"
                        + " and planned_start >= :from order by planned_start")
                .bind("id", id)
                .bind("from", from)
                .map((row, _) -> new SessionId(row.getObject("session_id", UUID.class)))
                .list());
  }

  @Override
  public void gap(SeriesId id, LocalDateTime occurrence, String rule, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into series_gap (series_id, occurrence, organization_id, rule, found_at)"
                        + " values (:id, :occurrence, :org, :rule, :now)"
                        + " on conflict (series_id, occurrence) do update set rule = excluded.rule")
                .bind("id", id)
                .bind("occurrence", occurrence)
                .bind("org", Callers.current().organizationId())
                .bind("rule", rule)
                .bind("now", now)
                .execute());
  }

  @Override
  public List<Gap> gaps(SeriesId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select g.occurrence, g.rule from series_gap g where g.series_id = :id"
                        + " and not exists (select 1 from session s where s.series_id = g.series_id"
                        + " and s.occurrence = g.occurrence) order by g.occurrence")
                .bind("id", id)
                .map(
                    (row, _) ->
                        new Gap(
                            row.getObject("occurrence", LocalDateTime.class),
                            row.getString("rule")))
                .list());
  }

  @Override
  public Optional<StoredTemplate> template(String track) {
    return TemplateRow.<TemplateRow>find("trackCode", track)
        .firstResultOptional()
        .map(this::stored);
  }

  @Override
  public List<StoredTemplate> templates(int rows, @Nullable String after) {
    return TemplateRow.<TemplateRow>find(
            "trackCode > ?1 order by trackCode", after == null ? "" : after)
        .page(0, rows)
        .stream()
        .map(this::stored)
        .toList();
  }

  private StoredTemplate stored(TemplateRow row) {
    return new StoredTemplate(row.trackCode, read(row.content, Template.class), row.version);
  }

  @Override
  public long keep(String track, Template template) {
    TemplateRow row =
        TemplateRow.<TemplateRow>find("trackCode", track)
            .firstResultOptional()
            .orElseGet(PanacheSeriesBook::fresh);
    row.trackCode = track;
    row.content = written(template);
    row.persistAndFlush();
    return row.version;
  }

  private static TemplateRow fresh() {
    var row = new TemplateRow();
    row.id = Ids.next();
    row.organizationId = Callers.current().organizationId();
    return row;
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A row does not read as " + type, e);
    }
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(value.getClass() + " can't be written", e);
    }
  }
}
