package org.daybridge.medication.order.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.order.AlertOverride;
import org.daybridge.medication.order.MedicationOrder;
import org.daybridge.medication.order.MedicationOrders;
import org.daybridge.medication.order.TelehealthLaw.Ground;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class PanacheMedicationOrders implements MedicationOrders {
  private static final String RESOURCE = "MedicationRequest";

  private final Jdbi jdbi;
  private final OrderVersionRows versions;
  private final PrescriptionGroundRows grounds;
  private final Clock clock;

  PanacheMedicationOrders(
      Jdbi jdbi, OrderVersionRows versions, PrescriptionGroundRows grounds, Clock clock) {
    this.jdbi = jdbi;
    this.versions = versions;
    this.grounds = grounds;
    this.clock = clock;
  }

  @Override
  public Versioned require(OrderId id) {
    MedicationOrderRow row = MedicationOrderRow.findById(id.value());
    if (row == null) {
      throw new NotVisible("medication order", id.value());
    }
    return versioned(row);
  }

  private Versioned versioned(MedicationOrderRow row) {
    var current = versions.current(row.id, row.number);
    return new Versioned(
        row.toDomain(current.version()),
        current.since(),
        current.doseChangedOn(),
        row.labels,
        row.version);
  }

  @Override
  public boolean hasOpen(PatientId patient, String rxcui) {
    return MedicationOrderRow.count(
            "patientId = ?1 and rxcui = ?2 and status in ('ACTIVE', 'ON_HOLD')",
            patient.value(),
            rxcui)
        > 0;
  }

  @Override
  public List<Versioned> openOf(EpisodeId episode) {
    return MedicationOrderRow.<MedicationOrderRow>list(
            "episodeId = ?1 and status in ('ACTIVE', 'ON_HOLD') order by id", episode.value())
        .stream()
        .map(this::versioned)
        .toList();
  }

  @Override
  public void add(MedicationOrder order, int labels, Checked checked) {
    var row = new MedicationOrderRow();
    row.organizationId = Callers.current().organizationId();
    row.labels = labels;
    row.take(order, clock.instant());
    row.persistAndFlush();
    versions.add(order, labels);
    remember(order, labels, checked);
    AuditTrail.created(RESOURCE, row.id, row.patientId);
  }

  @Override
  public long save(Versioned before, MedicationOrder next) {
    MedicationOrderRow row = MedicationOrderRow.findById(next.id().value());
    row.take(next, clock.instant());
    row.persistAndFlush();
    if (next.current().number() != before.order().current().number()) {
      versions.add(next, before.labels());
    }
    AuditTrail.updated(RESOURCE, row.id, row.patientId);
    return row.version;
  }

  @Override
  public void remember(MedicationOrder order, int labels, Checked checked) {
    grounds.add(order, labels, checked);
    if (checked.alerts().isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle -> {
          var batch =
              handle.prepareBatch(
                  "insert into order_alert (alert_id, organization_id, patient_id, labels, order_id, number,"
                      + " type, severity, rule_id, drugs, message, action, evidence_status, override_reason,"
                      + " attested, carried, knowledge_version, shown_to, shown_at) values (:id, :organization,"
                      + " :patient, :labels, :order, :number, :type, :severity, :rule, :drugs, :message,"
                      + " :action, :status, :reason, :attested, :carried, :knowledge, :by, :at)");
          for (var alert : checked.alerts()) {
            var said =
                checked.overrides().stream()
                    .filter(override -> override.ruleId().equals(alert.ruleId()))
                    .findFirst();
            batch
                .bind("id", Ids.next())
                .bind("organization", Callers.current().organizationId())
                .bind("patient", order.patient())
                .bind("labels", labels)
                .bind("order", order.id())
                .bind("number", order.current().number())
                .bind("type", alert.type().name())
                .bind("severity", alert.severity().code())
                .bind("rule", alert.ruleId())
                .bindArray("drugs", String.class, alert.drugs().toArray())
                .bind("message", alert.message())
                .bind("action", alert.action())
                .bind("status", alert.evidence().status())
                .bindByType("reason", said.map(o -> o.reason().name()).orElse(null), String.class)
                .bind("attested", said.map(AlertOverride::attested).orElse(false))
                .bind("carried", said.map(AlertOverride::carried).orElse(false))
                .bind("knowledge", checked.knowledgeVersion())
                .bind("by", Callers.current().principalId())
                .bind("at", clock.instant())
                .add();
          }
          batch.execute();
        });
  }

  @Override
  public Set<String> agreedRules(PatientId patient, String rxcui, UUID otherThan) {
    return new HashSet<>(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select rule_id from override_agreement where patient_id = :patient"
                            + " and rxcui = :rxcui and agreed_by <> :prescriber and valid_to > :now")
                    .bind("patient", patient)
                    .bind("rxcui", rxcui)
                    .bind("prescriber", otherThan)
                    .bind("now", clock.instant())
                    .mapTo(String.class)
                    .list()));
  }

  @Override
  public List<EarlierReason> reasonsSince(PatientId patient, UUID prescriber, Instant since) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from order_alert where patient_id = :patient and shown_to = :prescriber"
                        + " and shown_at >= :since and override_reason is not null and not carried"
                        + " order by alert_id desc limit 500")
                .bind("patient", patient)
                .bind("prescriber", prescriber)
                .bind("since", since)
                .map(
                    (row, _) ->
                        new EarlierReason(
                            row.getString("rule_id"),
                            row.getString("severity"),
                            Set.of((String[]) row.getArray("drugs").getArray()),
                            row.getString("message"),
                            AlertOverride.Reason.valueOf(row.getString("override_reason"))))
                .list());
  }

  @Override
  public int supplyDaysFrom(PatientId patient, String rxcui, LocalDate day) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select coalesce(sum(greatest(0, (v.starts_on + v.supply_days) - :day)), 0)"
                        + " from medication_order o join order_version v"
                        + " on v.order_id = o.order_id and v.number = o.number"
                        + " where o.patient_id = :patient and o.rxcui = :rxcui and o.status <> 'STOPPED'"
                        + " and v.supply_days is not null")
                .bind("day", day)
                .bind("patient", patient)
                .bind("rxcui", rxcui)
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public Optional<LocalDate> firstIssued(
      PatientId patient, String rxcui, UUID prescriber, Ground ground) {
    return grounds.firstIssued(patient, rxcui, prescriber, ground);
  }

  @Override
  public boolean pdmpReviewed(PatientId patient, LocalDate since, int lookbackDays) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select exists (select 1 from pdmp_query where patient_id = :patient"
                        + " and reachable and reviewed and lookback_days >= :lookback"
                        + " and (queried_at at time zone 'UTC')::date >= :since)")
                .bind("patient", patient)
                .bind("lookback", lookbackDays)
                .bind("since", since)
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public PdmpRecord pdmpSince(PatientId patient, LocalDate day) {
    var reached =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select reachable from pdmp_query where patient_id = :patient"
                            + " and (queried_at at time zone 'UTC')::date >= :day")
                    .bind("patient", patient)
                    .bind("day", day)
                    .mapTo(Boolean.class)
                    .list());
    if (reached.isEmpty()) {
      return PdmpRecord.NONE;
    }
    return reached.contains(true) ? PdmpRecord.QUERIED : PdmpRecord.TRIED_IN_VAIN;
  }
}
