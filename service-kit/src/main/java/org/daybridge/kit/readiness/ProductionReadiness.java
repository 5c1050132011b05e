package org.daybridge.kit.readiness;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.daybridge.kit.crypto.CryptoSettings;
import org.daybridge.kit.outbox.EventSettings;
import org.jboss.logging.Logger;

/**
 * Stops an unsafe service from starting in production: each finding says what, why and what to do.
 * A local stack or test says so by its mode.
 */
@ApplicationScoped
public class ProductionReadiness {
  private static final Logger LOG = Logger.getLogger(ProductionReadiness.class);

  private static final int LONGEST_TOKEN = 900;

  private final ReadinessSettings settings;
  private final CryptoSettings crypto;
  private final EventSettings events;

  ProductionReadiness(ReadinessSettings settings, CryptoSettings crypto, EventSettings events) {
    this.settings = settings;
    this.crypto = crypto;
    this.events = events;
  }

  void check(@Observes @Priority(1) StartupEvent event) {
    List<String> findings = findings();
    if (findings.isEmpty()) {
      return;
    }
    if (settings.mode() == ReadinessSettings.Mode.PRODUCTION) {
      throw new IllegalStateException("Not fit for production:\n" + String.join("\n", findings));
    }
    findings.forEach(finding -> LOG.debugf("Would not start in production: %s", finding));
  }

  List<String> findings() {
    List<String> findings = new ArrayList<>();
    if (settings.simulation()) {
      findings.add("daybridge.simulation is on: the clock of care could be moved. Switch it off.");
    }
    if (crypto.keyset().isEmpty()) {
      findings.add(
          "daybridge.crypto.keyset is missing: sensitive columns would be lost at the next start. Mount one.");
    }
    if (events.bootstrap().isEmpty()) {
      findings.add(
          "daybridge.events.bootstrap is missing: no other service would hear of anything. Name the broker.");
    }
    if (settings.longestTokenSeconds() > LONGEST_TOKEN) {
      findings.add(
          "daybridge.longest-token-seconds is over 900: a lost token works too long. Lower it.");
    }
    return findings;
  }
}
