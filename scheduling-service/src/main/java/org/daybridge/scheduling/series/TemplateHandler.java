package org.daybridge.scheduling.series;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.scheduling.register.Register;
import org.daybridge.scheduling.register.Site;
import org.daybridge.scheduling.series.SeriesBook.StoredTemplate;

/**
 * Enters the week of a track. A slot that stays as it was keeps its series; one that is changed
 * ends its series from today on and begins a new one; the same template again changes nothing.
 */
@ApplicationScoped
public class TemplateHandler {
  private final SeriesBook book;
  private final SeriesHandler series;
  private final Register register;
  private final Clock clock;

  TemplateHandler(SeriesBook book, SeriesHandler series, Register register, Clock clock) {
    this.book = book;
    this.series = series;
    this.register = register;
    this.clock = clock;
  }

  /** What entering did. */
  public record Entered(StoredTemplate template, boolean created) {}

  @Transactional
  public Entered enter(String track, Template template, LongConsumer sees) {
    Site site =
        register
            .find(Site.class, template.site())
            .orElseThrow(() -> RuleRefused.rule("site-known", "the register has no such site"))
            .entry();
    TemplateRules.flaw(
            template.slots().stream().map(Template.Slot::when).toList(),
            template.model(),
            site.eveningFrom())
        .ifPresent(
            flaw -> {
              throw RuleRefused.rule(flaw.rule(), flaw.because());
            });
    Optional<StoredTemplate> before = book.template(track);
    if (before.isPresent() && before.get().template().equals(template)) {
      return new Entered(before.get(), false);
    }
    before.ifPresent(stored -> sees.accept(stored.version()));
    lay(track, template, ZoneId.of(site.zone()));
    long version = book.keep(track, template);
    return new Entered(new StoredTemplate(track, template, version), before.isEmpty());
  }

  private void lay(String track, Template template, ZoneId zone) {
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    Map<String, Series> running = new HashMap<>();
    book.running(track).forEach(one -> running.put(one.slotKey().orElseThrow(), one));
    Map<String, SeriesPattern> wanted = new HashMap<>();
    template
        .slots()
        .forEach(slot -> wanted.put(slot.when().key(), pattern(template, slot, today, zone)));
    running.forEach(
        (key, old) -> {
          SeriesPattern now = wanted.get(key);
          if (now != null && old.pattern().sameAs(now)) {
            wanted.remove(key);
          } else {
            series.end(old, today, "template-changed");
          }
        });
    for (Template.Slot slot : template.slots()) {
      String key = slot.when().key();
      if (wanted.containsKey(key)) {
        var _ = series.begin(wanted.get(key), Optional.of(track), Optional.of(key), false);
      }
    }
  }

  private static SeriesPattern pattern(
      Template template, Template.Slot slot, LocalDate today, ZoneId zone) {
    var weekly = slot.when().weeklyFrom(today, zone);
    return new SeriesPattern(
        slot.type(),
        template.site(),
        slot.room(),
        slot.modality(),
        slot.when().minutes(),
        slot.capacity(),
        slot.facilitators(),
        weekly.start(),
        zone.getId(),
        TemplateSlot.weeklyRule(slot.when().day()),
        List.of(),
        List.of());
  }
}
