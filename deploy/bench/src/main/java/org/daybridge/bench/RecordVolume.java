package org.daybridge.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.daybridge.local.ServiceName;

/** Five years of signed notes, written past the service, and group sessions with twelve present. */
record RecordVolume(List<UUID> patients, List<UUID> sessions, int notes) {

  static final int SEATS = 12;

  private static final int PATIENTS = 200;
  private static final int EACH = 250;
  private static final int BUSIEST = 5000;
  private static final int SESSIONS = 60;
  private static final int VOCABULARY = 2000;

  UUID patient(int turn) {
    return patients.get(turn % patients.size());
  }

  UUID session(int turn) {
    return sessions.get(turn);
  }

  UUID busiest() {
    return patients.getLast();
  }

  /** Words of a vocabulary in which a few are common and most are rare. */
  static String words(int seed, int count) {
    Random random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(_ -> "word" + (int) (VOCABULARY * Math.pow(random.nextDouble(), 2)))
        .collect(Collectors.joining(" "));
  }

  static RecordVolume write(Lab lab, String clinician) throws IOException, SQLException {
    UUID staff =
        lab.stack().personas().all().stream()
            .filter(persona -> persona.subject().equals(clinician))
            .map(persona -> UUID.fromString(persona.person()))
            .findFirst()
            .orElseThrow();
    List<UUID> patients = ids("patient", PATIENTS);
    List<UUID> sessions = ids("session", SESSIONS);
    try (Connection database = lab.database(ServiceName.CLINICAL_RECORDS);
        Statement statement = database.createStatement()) {
      statement.execute(TABLES);
      fill(database, "insert into bench (patient, turn) values (?, ?)", patients);
      fill(database, "insert into bench_session values (?, ?)", sessions);
      fill(database, "insert into bench_author values (?, ?)", List.of(staff));
      statement.execute(BUSY);
      statement.execute(GRANTS);
      statement.execute(EPISODES);
      statement.execute(NOTES);
      statement.execute(SESSION_ROWS);
      statement.execute(PRESENT);
      statement.execute("analyze");
    }
    return new RecordVolume(patients, sessions, (PATIENTS - 1) * EACH + BUSIEST);
  }

  private static final String ORGANIZATION =
      "(select organization_id from care_episode where episode_id not in (select patient from"
          + " bench) limit 1)";

  private static final String TABLES =
      "create temp table bench (patient uuid, turn int, notes int default "
          + EACH
          + "); create temp table bench_session (session uuid, turn int);"
          + " create temp table bench_author (staff uuid, turn int)";

  private static final String BUSY =
      "update bench set notes = " + BUSIEST + " where turn = " + (PATIENTS - 1);

  private static final String GRANTS =
      "insert into access_grant select gen_random_uuid(), "
          + ORGANIZATION
          + ", (select staff from bench_author), patient, 'CARE_TEAM', 'TREAT', 115, true, now() - interval '6 years', null"
          + " from bench";

  private static final String EPISODES =
      "insert into care_episode (episode_id, organization_id, patient_id, labels, track_code,"
          + " population, level_of_care, site_zone, admitted_at, admitted_on, primary_clinician)"
          + " select patient, "
          + ORGANIZATION
          + ", patient, 2, 'MH-DAY', 'MENTAL_HEALTH', 'INTENSIVE_OUTPATIENT', 'America/New_York',"
          + " now() - interval '6 years', current_date - 2190, (select staff from bench_author) from bench";

  private static final String NOTES =
      "with written as (select b.patient, n, (select string_agg('word' || floor(2000 *"
          + " power(random(), 2))::int, ' ') from generate_series(1, 120 + n % 2)) words from bench b,"
          + " generate_series(1, b.notes) n), texts as (select *, '{\"words\":\"' || words || '\"}'"
          + " canonical from written) insert into note (note_id, organization_id, patient_id,"
          + " labels, row_version, episode_id, kind, format, started_at, ended_at, author_id,"
          + " state, minutes, signed_at, updated_at, canonical, content_hash, body) select"
          + " gen_random_uuid(), "
          + ORGANIZATION
          + ", patient, 2, 1, patient, 'CONTACT', 'DAP', began, began + interval '10 minutes', (select staff from bench_author),"
          + " 'Signed', 10, began + interval '1 hour', began + interval '1 hour', canonical, 'sha256:' ||"
          + " encode(sha256(convert_to(canonical, 'UTF8')), 'hex'), jsonb_build_object('type',"
          + " 'Signed', 'text', jsonb_build_object('content', jsonb_build_object('sections',"
          + " jsonb_build_array(jsonb_build_object('code', 'data', 'text', words))))) from texts,"
          + " lateral (select now() - interval '3 hours' - random() * interval '1825 days' as began) t";

  private static final String SESSION_ROWS =
      "insert into session_calendar (session_id, organization_id, session_type, starts_at, ends_at,"
          + " zone, facilitators) select session, "
          + ORGANIZATION
          + ", 'GROUP', now() - interval '30 hours', now() - interval '29 hours',"
          + " 'America/New_York', array[(select staff from bench_author)] from bench_session";

  private static final String PRESENT =
      "insert into attendance (attendance_id, organization_id, patient_id, labels, episode_id,"
          + " session_id, session_type, started_at, ended_at, minutes, clinical, status,"
          + " note_due_at) select gen_random_uuid(), "
          + ORGANIZATION
          + ", b.patient, 2, b.patient, s.session, 'GROUP', now() - interval '30 hours', now() -"
          + " interval '29 hours', 60, true, 'ATTENDED', now() + interval '40 hours' from bench b,"
          + " bench_session s where b.turn < "
          + SEATS;

  private static List<UUID> ids(String of, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            turn ->
                UUID.nameUUIDFromBytes(
                    ("bench " + of + " " + turn).getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  private static void fill(Connection database, String insert, List<UUID> ids) throws SQLException {
    try (PreparedStatement rows = database.prepareStatement(insert)) {
      for (int turn = 0; turn < ids.size(); turn++) {
        rows.setObject(1, ids.get(turn));
        rows.setInt(2, turn);
        rows.addBatch();
      }
      rows.executeBatch();
    }
  }
}
