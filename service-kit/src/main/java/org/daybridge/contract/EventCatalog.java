package org.daybridge.contract;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.daybridge.contract.intake.IntakeEvent;
import org.daybridge.contract.medication.MedicationEvent;
import org.daybridge.contract.outcomes.OutcomesEvent;
import org.daybridge.contract.records.RecordsEvent;
import org.daybridge.contract.scheduling.SchedulingEvent;

/** Every event that the services publish, by wire name, with the service that publishes it. */
public final class EventCatalog {
  private static final Map<String, Class<? extends DomainEvent>> BY_NAME = byName();

  private EventCatalog() {}

  public static Map<String, Class<? extends DomainEvent>> all() {
    return BY_NAME;
  }

  public static Optional<Class<? extends DomainEvent>> find(String type) {
    return Optional.ofNullable(BY_NAME.get(type));
  }

  /** The wire name of an event. */
  public static String typeOf(DomainEvent event) {
    return event.getClass().getSimpleName();
  }

  /** The service that publishes this kind of event; its topic is {@code daybridge.<service>.v1}. */
  public static String producerOf(Class<? extends DomainEvent> type) {
    if (IntakeEvent.class.isAssignableFrom(type)) {
      return "intake";
    }
    if (SchedulingEvent.class.isAssignableFrom(type)) {
      return "scheduling";
    }
    if (RecordsEvent.class.isAssignableFrom(type)) {
      return "clinical-records";
    }
    if (MedicationEvent.class.isAssignableFrom(type)) {
      return "medication";
    }
    if (OutcomesEvent.class.isAssignableFrom(type)) {
      return "outcomes";
    }
    throw new IllegalArgumentException(type.getName() + " belongs to no service");
  }

  private static Map<String, Class<? extends DomainEvent>> byName() {
    Map<String, Class<? extends DomainEvent>> found = new TreeMap<>();
    Stream.of(
            IntakeEvent.class,
            SchedulingEvent.class,
            RecordsEvent.class,
            MedicationEvent.class,
            OutcomesEvent.class)
        .flatMap(service -> Arrays.stream(service.getPermittedSubclasses()))
        .forEach(type -> found.put(type.getSimpleName(), type.asSubclass(DomainEvent.class)));
    return Collections.unmodifiableMap(found);
  }
}
