package org.daybridge.medication.proposal.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.proposal.ListProposal;
import org.daybridge.medication.proposal.ListProposals;
import org.daybridge.medication.proposal.ProposedItem;
import org.daybridge.medication.proposal.ProposedItem.Basis;
import org.daybridge.medication.proposal.ProposedItem.Decision;
import org.daybridge.medication.proposal.ProposedItem.LeaveReason;
import org.daybridge.medication.proposal.ProposedItem.Proposal;
import org.daybridge.medication.proposal.ProposedItem.Unchecked;
import org.daybridge.medication.proposal.StatedMedication;
import org.daybridge.medication.proposal.StatedMedication.Standing;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiListProposals implements ListProposals {
  private static final String RESOURCE = "ListProposal";

  private final Jdbi jdbi;
  private final ObjectMapper json;

  JdbiListProposals(Jdbi jdbi, ObjectMapper json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  @Override
  public void add(ListProposal p) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate(
                  "insert into list_proposal (proposal_id, organization_id, patient_id, labels,"
                      + " version, sent_by, received_at, not_used) values (:id, :organization,"
                      + " :patient, :labels, 0, :by, :at, :notUsed::jsonb)")
              .bind("id", p.proposalId())
              .bind("organization", Callers.current().organizationId())
              .bind("patient", p.patientId())
              .bind("labels", p.labels())
              .bind("by", p.sentBy())
              .bind("at", p.receivedAt())
              .bind("notUsed", written(p.notUsed()))
              .execute();
          items(handle, p);
        });
    AuditTrail.created(RESOURCE, p.proposalId(), p.patientId().value());
  }

  private static void items(Handle handle, ListProposal p) {
    if (p.items().isEmpty()) {
      return;
    }
    var batch =
        handle.prepareBatch(
            "insert into list_proposal_item (item_id, proposal_id, organization_id, patient_id,"
                + " labels, position, source_type, source_id, standing, reference_resolved, name,"
                + " rxcuis, ingredient_codes, dose_text, dose_mg_per_day, route, indication,"
                + " starts_on, ends_on, ingredient, basis, unchecked, proposal, decision) values"
                + " (:id, :proposalId, :organization, :patient, :labels, :position, :sourceType,"
                + " :sourceId, :standing, :resolved, :name, :rxcuis, :ingredientCodes, :doseText,"
                + " :dose, :route, :indication, :starts, :ends, :ingredient, :basis, :unchecked,"
                + " :proposal, :decision)");
    for (var item : p.items()) {
      var s = item.stated();
      batch
          .bind("id", item.itemId())
          .bind("proposalId", p.proposalId())
          .bind("organization", Callers.current().organizationId())
          .bind("patient", p.patientId())
          .bind("labels", item.labels())
          .bind("position", item.position())
          .bind("sourceType", s.sourceType())
          .bindByType("sourceId", s.sourceId(), String.class)
          .bind("standing", s.standing().name())
          .bind("resolved", s.referenceResolved())
          .bindByType("name", s.name(), String.class)
          .bindArray("rxcuis", String.class, s.rxcuis().toArray())
          .bindArray("ingredientCodes", String.class, s.ingredientCodes().toArray())
          .bindByType("doseText", s.doseText(), String.class)
          .bindByType("dose", s.doseMgPerDay(), Double.class)
          .bindByType("route", s.route(), String.class)
          .bindByType("indication", s.indication(), String.class)
          .bindByType("starts", s.startsOn(), LocalDate.class)
          .bindByType("ends", s.endsOn(), LocalDate.class)
          .bindByType("ingredient", item.ingredient(), String.class)
          .bindByType("basis", name(item.basis()), String.class)
          .bindByType("unchecked", name(item.unchecked()), String.class)
          .bind("proposal", item.proposal().name())
          .bind("decision", item.decision().name())
          .add();
    }
    batch.execute();
  }

  @Override
  public ListProposal require(UUID id) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select * from list_proposal where proposal_id = :id")
                    .bind("id", id)
                    .map((row, _) -> proposal(row, itemsOf(handle, List.of(id))))
                    .findOne()
                    .orElseThrow(() -> new NotVisible("list proposal", id)));
    AuditTrail.read(RESOURCE, id, found.patientId().value());
    return found;
  }

  @Override
  public List<ListProposal> of(PatientId patient, int rows, @Nullable UUID before) {
    var found =
        jdbi.withHandle(
            handle -> {
              var ids =
                  handle
                      .createQuery(
                          "select proposal_id from list_proposal where patient_id = :patient"
                              + " and (cast(:before as uuid) is null or proposal_id < :before)"
                              + " order by proposal_id desc limit :rows")
                      .bind("patient", patient)
                      .bindByType("before", before, UUID.class)
                      .bind("rows", rows)
                      .mapTo(UUID.class)
                      .list();
              var items = itemsOf(handle, ids);
              return handle
                  .createQuery(
                      "select * from list_proposal where proposal_id = any(:ids)"
                          + " order by proposal_id desc")
                  .bindArray("ids", UUID.class, ids.toArray())
                  .map((row, _) -> proposal(row, items))
                  .list();
            });
    AuditTrail.read(RESOURCE, patient.value(), patient.value());
    return found;
  }

  @Override
  public void decided(ListProposal before, List<ProposedItem> decided) {
    jdbi.useHandle(
        handle -> {
          int changed =
              handle
                  .createUpdate(
                      "update list_proposal set version = version + 1"
                          + " where proposal_id = :id and version = :version")
                  .bind("id", before.proposalId())
                  .bind("version", before.version())
                  .execute();
          if (changed == 0) {
            throw RuleRefused.state("changed-meanwhile", "The proposal was reviewed meanwhile.");
          }
          var batch =
              handle.prepareBatch(
                  "update list_proposal_item set decision = :decision, ingredient = :ingredient,"
                      + " basis = :basis, unchecked = :unchecked, left_because = :because,"
                      + " medication_id = :medication, decided_by = :by where item_id = :id");
          for (var item : decided) {
            batch
                .bind("decision", item.decision().name())
                .bindByType("ingredient", item.ingredient(), String.class)
                .bindByType("basis", name(item.basis()), String.class)
                .bindByType("unchecked", name(item.unchecked()), String.class)
                .bindByType("because", name(item.leftBecause()), String.class)
                .bindByType("medication", item.medicationId(), UUID.class)
                .bind("by", Callers.current().principalId())
                .bind("id", item.itemId())
                .add();
          }
          batch.execute();
        });
    AuditTrail.updated(RESOURCE, before.proposalId(), before.patientId().value());
  }

  private static Map<UUID, List<ProposedItem>> itemsOf(Handle handle, List<UUID> proposals) {
    record Of(UUID proposal, ProposedItem item) {}
    return handle
        .createQuery(
            "select * from list_proposal_item where proposal_id = any(:ids) order by position")
        .bindArray("ids", UUID.class, proposals.toArray())
        .map((row, _) -> new Of(row.getObject("proposal_id", UUID.class), item(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(Of::proposal, Collectors.mapping(Of::item, Collectors.toList())));
  }

  private ListProposal proposal(ResultSet row, Map<UUID, List<ProposedItem>> items)
      throws SQLException {
    var id = row.getObject("proposal_id", UUID.class);
    return new ListProposal(
        id,
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getInt("labels"),
        row.getInt("version"),
        row.getObject("sent_by", UUID.class),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        counts(row.getString("not_used")),
        items.getOrDefault(id, List.of()));
  }

  private static ProposedItem item(ResultSet row) throws SQLException {
    return new ProposedItem(
        row.getObject("item_id", UUID.class),
        row.getInt("position"),
        row.getInt("labels"),
        stated(row),
        row.getString("ingredient"),
        one(Basis.class, row.getString("basis")),
        one(Unchecked.class, row.getString("unchecked")),
        Proposal.valueOf(row.getString("proposal")),
        Decision.valueOf(row.getString("decision")),
        one(LeaveReason.class, row.getString("left_because")),
        row.getObject("medication_id", UUID.class));
  }

  private static StatedMedication stated(ResultSet row) throws SQLException {
    var dose = row.getBigDecimal("dose_mg_per_day");
    return new StatedMedication(
        row.getString("source_type"),
        row.getString("source_id"),
        Standing.valueOf(row.getString("standing")),
        row.getBoolean("reference_resolved"),
        row.getString("name"),
        List.of((String[]) row.getArray("rxcuis").getArray()),
        List.of((String[]) row.getArray("ingredient_codes").getArray()),
        row.getString("dose_text"),
        dose == null ? null : dose.doubleValue(),
        row.getString("route"),
        row.getString("indication"),
        row.getObject("starts_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class));
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static <E extends Enum<E>> @Nullable E one(Class<E> type, @Nullable String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }

  private String written(Map<String, Integer> counts) {
    try {
      return json.writeValueAsString(counts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Integer> counts(String written) {
    try {
      return json.readValue(written, new TypeReference<TreeMap<String, Integer>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
