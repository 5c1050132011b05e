package org.daybridge.intake.program.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.Population;
import org.daybridge.contract.intake.ProgramId;
import org.daybridge.contract.intake.TrackId;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.intake.program.Program;
import org.daybridge.intake.program.Programs;
import org.daybridge.intake.program.Site;
import org.daybridge.intake.program.Staff;
import org.daybridge.intake.program.Track;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.jdbi.v3.core.Jdbi;

/** Programs and tracks in the database. */
@ApplicationScoped
class ProgramTables implements Programs {
  private static final String TRACK = "select * from track where ";

  private final Jdbi jdbi;

  ProgramTables(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<Program> program(String code) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from program where code = :code")
                .bind("code", code)
                .map((row, _) -> program(row))
                .findOne());
  }

  @Override
  public List<Program> all() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from program order by code limit 200")
                .map((row, _) -> program(row))
                .list());
  }

  @Override
  public void save(Program program) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into program (program_id, organization_id, code, name, version)"
                        + " values (:id, :org, :code, :name, 1)"
                        + " on conflict (program_id) do update set name = excluded.name, version = program.version + 1")
                .bind("id", program.id())
                .bind("org", Callers.current().organizationId())
                .bind("code", program.code())
                .bind("name", program.name())
                .execute());
  }

  @Override
  public Optional<Track> track(String code) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(TRACK + "code = :code")
                .bind("code", code)
                .map((row, _) -> track(row))
                .findOne());
  }

  @Override
  public Track requireTrack(TrackId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(TRACK + "track_id = :id")
                .bind("id", id)
                .map((row, _) -> track(row))
                .findOne()
                .orElseThrow(() -> new NotVisible("Track", id.value())));
  }

  @Override
  public List<Track> tracks() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from track order by code limit 200")
                .map((row, _) -> track(row))
                .list());
  }

  @Override
  public void save(Track track) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into track (track_id, organization_id, program_id, code, name, population, level_of_care,"
                        + " schedule_model, instrument, planned_weeks, sites, active, version) values (:id, :org,"
                        + " :program, :code, :name, :population, :level, :model, :instrument, :weeks, :sites, :active, 1)"
                        + " on conflict (track_id) do update set program_id = excluded.program_id,"
                        + " name = excluded.name, population = excluded.population,"
                        + " level_of_care = excluded.level_of_care, schedule_model = excluded.schedule_model,"
                        + " instrument = excluded.instrument, planned_weeks = excluded.planned_weeks,"
                        + " sites = excluded.sites, active = excluded.active, version = track.version + 1")
                .bind("id", track.id())
                .bind("org", Callers.current().organizationId())
                .bind("program", track.program())
                .bind("code", track.code())
                .bind("name", track.name())
                .bind("population", track.population().name())
                .bind("level", track.levelOfCare().name())
                .bind("model", track.scheduleModel())
                .bind("instrument", track.instrument().name())
                .bind("weeks", track.plannedWeeks())
                .bind("sites", track.sites().stream().map(SiteId::value).toArray(UUID[]::new))
                .bind("active", track.active())
                .execute());
  }

  @Override
  public Optional<Site> site(SiteId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from site where site_id = :id and active")
                .bind("id", id)
                .map(
                    (row, _) ->
                        new Site(
                            new SiteId(row.getObject("site_id", UUID.class)),
                            row.getString("code"),
                            ZoneId.of(row.getString("zone"))))
                .findOne());
  }

  @Override
  public Optional<Staff> staff(StaffId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from staff_member where staff_id = :id")
                .bind("id", id)
                .map(
                    (row, _) ->
                        new Staff(
                            new StaffId(row.getObject("staff_id", UUID.class)),
                            Set.of((String[]) row.getArray("roles").getArray()),
                            row.getBoolean("active")))
                .findOne());
  }

  @Override
  public Set<StaffId> overseers(ProgramId program) {
    return staffOf(
        "select distinct staff_id from program_staff where program_id = :program limit 500",
        program);
  }

  @Override
  public Set<StaffId> receivers(ProgramId program) {
    return staffOf(
        "select staff_id from program_staff where program_id = :program"
            + " and role in ('intake_coordinator', 'clinical_director') limit 500",
        program);
  }

  private Set<StaffId> staffOf(String sql, ProgramId program) {
    return new HashSet<>(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(sql)
                    .bind("program", program)
                    .map((row, _) -> new StaffId(row.getObject("staff_id", UUID.class)))
                    .list()));
  }

  @Override
  public void addOverseer(ProgramId program, StaffId staff, String role) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into program_staff (program_id, staff_id, organization_id, role)"
                        + " values (:program, :staff, :org, :role) on conflict do nothing")
                .bind("program", program)
                .bind("staff", staff)
                .bind("org", Callers.current().organizationId())
                .bind("role", role)
                .execute());
  }

  private static Program program(ResultSet row) throws SQLException {
    return new Program(
        new ProgramId(row.getObject("program_id", UUID.class)),
        row.getString("code"),
        row.getString("name"));
  }

  private static Track track(ResultSet row) throws SQLException {
    return new Track(
        new TrackId(row.getObject("track_id", UUID.class)),
        new ProgramId(row.getObject("program_id", UUID.class)),
        row.getString("code"),
        row.getString("name"),
        Population.valueOf(row.getString("population")),
        LevelOfCare.valueOf(row.getString("level_of_care")),
        row.getString("schedule_model"),
        Track.Instrument.valueOf(row.getString("instrument")),
        row.getInt("planned_weeks"),
        Arrays.stream((UUID[]) row.getArray("sites").getArray()).map(SiteId::new).toList(),
        row.getBoolean("active"));
  }
}
