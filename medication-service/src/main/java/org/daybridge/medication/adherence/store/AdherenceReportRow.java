package org.daybridge.medication.adherence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.medication.adherence.AdherenceReport;
import org.daybridge.medication.adherence.AdherenceReport.Barrier;
import org.daybridge.medication.adherence.AdherenceReport.Source;
import org.daybridge.medication.adherence.AdherenceReport.Taken;

/** A row of adherence reports. */
public final class AdherenceReportRow {
  private AdherenceReportRow() {}

  public static AdherenceReport read(ResultSet row) throws SQLException {
    return new AdherenceReport(
        row.getObject("report_id", UUID.class),
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getObject("order_id", UUID.class),
        Source.valueOf(row.getString("source")),
        row.getObject("covers_from", LocalDate.class),
        row.getObject("covers_to", LocalDate.class),
        row.getObject("doses_planned", Integer.class),
        row.getObject("doses_taken", Integer.class),
        Taken.valueOf(row.getString("taken")),
        Arrays.stream((String[]) row.getArray("barriers").getArray())
            .map(Barrier::valueOf)
            .toList(),
        row.getObject("reported_by", UUID.class),
        row.getObject("reported_at", OffsetDateTime.class).toInstant(),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("after_stop"));
  }
}
