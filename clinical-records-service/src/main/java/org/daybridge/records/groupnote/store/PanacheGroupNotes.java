package org.daybridge.records.groupnote.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.groupnote.GroupNote;
import org.daybridge.records.groupnote.GroupNote.State;
import org.daybridge.records.groupnote.GroupNoteId;
import org.daybridge.records.groupnote.GroupNotes;
import org.daybridge.records.groupnote.IndividualSection;
import org.daybridge.records.groupnote.IndividualSection.Participation;
import org.daybridge.records.groupnote.IndividualSection.Response;
import org.daybridge.records.groupnote.LikenessOverride;
import org.daybridge.records.plan.GoalId;
import org.daybridge.records.signing.Versioned;
import org.jdbi.v3.core.Jdbi;

/** Group notes in PostgreSQL: the narrative with its leader, the sections with their patients. */
@ApplicationScoped
class PanacheGroupNotes implements GroupNotes, PanacheRepositoryBase<GroupNoteRow, UUID> {

  private final Jdbi jdbi;
  private final Clock clock;

  PanacheGroupNotes(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  @Override
  public Versioned<GroupNote> require(GroupNoteId id) {
    var row =
        findByIdOptional(id.value()).orElseThrow(() -> new NotVisible("group-note", id.value()));
    AuditTrail.read("group-note", id.value(), null);
    var leader = new StaffId(row.leaderId);
    State state =
        row.closedAt == null
            ? new State.Open()
            : new State.Closed(
                row.closedAt,
                Optional.ofNullable(row.overrideReason)
                    .map(reason -> new LikenessOverride(leader, reason, row.closedAt)));
    var note =
        new GroupNote(id, new SessionId(row.sessionId), leader, row.narrative, sections(id), state);
    return new Versioned<>(note, row.rowVersion, row.updatedAt);
  }

  @Override
  public Optional<GroupNoteId> ofSession(SessionId session) {
    return find("sessionId", session.value())
        .firstResultOptional()
        .map(row -> new GroupNoteId(row.groupNoteId));
  }

  @Override
  public Versioned<GroupNote> add(GroupNote note) {
    var row = new GroupNoteRow();
    row.take(note, Callers.current().organizationId(), clock.instant());
    persistAndFlush(row);
    AuditTrail.created("group-note", row.groupNoteId, null);
    return new Versioned<>(note, row.rowVersion, row.updatedAt);
  }

  @Override
  public Versioned<GroupNote> save(GroupNote note, int version) {
    var row = findById(note.id().value());
    if (row.rowVersion != version) throw new NotVisible("group-note", row.groupNoteId);
    row.take(note, row.organizationId, clock.instant());
    flush();
    note.sections().values().forEach(section -> save(note, section, row.organizationId));
    AuditTrail.updated("group-note", row.groupNoteId, null);
    return new Versioned<>(note, row.rowVersion, row.updatedAt);
  }

  /** A section carries the labels of the patient's episode, the most restricted ones if unknown. */
  private void save(GroupNote note, IndividualSection section, UUID organization) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into group_note_section (group_note_id, patient_id, organization_id,"
                        + " labels, participation, response, text, goal_ids) values (:note,"
                        + " :patient, :org, coalesce((select labels from care_episode where"
                        + " patient_id = :patient order by admitted_at desc limit 1), 3),"
                        + " :participation, :response, :text, :goals) on conflict (group_note_id,"
                        + " patient_id) do update set participation = excluded.participation,"
                        + " response = excluded.response, text = excluded.text,"
                        + " goal_ids = excluded.goal_ids")
                .bind("note", note.id())
                .bind("patient", section.patient())
                .bind("org", organization)
                .bind("participation", section.participation().name())
                .bind("response", section.response().name())
                .bind("text", section.text())
                .bindArray(
                    "goals", UUID.class, section.goals().stream().map(GoalId::value).toList())
                .execute());
  }

  private Map<PatientId, IndividualSection> sections(GroupNoteId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from group_note_section where group_note_id = :id")
                .bind("id", id)
                .map((row, _) -> section(row))
                .collect(Collectors.toMap(IndividualSection::patient, each -> each)));
  }

  private static IndividualSection section(ResultSet row) throws SQLException {
    var goals = (UUID[]) row.getArray("goal_ids").getArray();
    return new IndividualSection(
        new PatientId(row.getObject("patient_id", UUID.class)),
        Participation.valueOf(row.getString("participation")),
        Response.valueOf(row.getString("response")),
        row.getString("text"),
        Arrays.stream(goals).map(GoalId::new).toList());
  }

  @Override
  public Map<PatientId, List<String>> earlierTexts(Set<PatientId> patients) {
    var texts = new HashMap<PatientId, List<String>>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "select p.patient_id, latest.text from unnest(:patients) p (patient_id)"
                        + " cross join lateral (select section ->> 'text' as text from note n"
                        + " cross join lateral jsonb_array_elements(n.body #>"
                        + " '{text,content,sections}') section where n.patient_id = p.patient_id"
                        + " and n.state = 'Signed' and n.kind = 'GROUP' and"
                        + " section ->> 'code' = 'individual' order by n.started_at desc limit 5)"
                        + " latest")
                .bindArray("patients", UUID.class, patients.stream().map(PatientId::value).toList())
                .map(
                    (row, _) ->
                        texts
                            .computeIfAbsent(
                                new PatientId(row.getObject("patient_id", UUID.class)),
                                _ -> new ArrayList<>())
                            .add(row.getString("text")))
                .list());
    return texts;
  }
}
