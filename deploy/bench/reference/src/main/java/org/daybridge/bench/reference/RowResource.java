package org.daybridge.bench.reference;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * One table by plain JDBC: read by primary key, a list of twenty, one durable row with its event.
 */
@Path("/rows")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RowResource {

  /** A row as it is answered. */
  public record Row(UUID id, UUID owner, String content) {}

  /** What a caller wants kept. */
  public record NewRow(UUID owner, String content) {}

  private final DataSource rows;

  RowResource(DataSource rows) {
    this.rows = rows;
  }

  /** Reads by primary key. */
  @GET
  @Path("{id}")
  public Row read(UUID id) throws SQLException {
    try (Connection connection = rows.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select id, owner, content from row where id = ?")) {
      query.setObject(1, id);
      try (ResultSet found = query.executeQuery()) {
        if (!found.next()) {
          throw new NotFoundException();
        }
        return row(found);
      }
    }
  }

  /** The owner's twenty first rows. */
  @GET
  public List<Row> list(@QueryParam("owner") UUID owner) throws SQLException {
    try (Connection connection = rows.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select id, owner, content from row where owner = ? order by id limit 20")) {
      query.setObject(1, owner);
      try (ResultSet found = query.executeQuery()) {
        List<Row> list = new ArrayList<>();
        while (found.next()) {
          list.add(row(found));
        }
        return list;
      }
    }
  }

  /** Keeps a row and its event in one transaction. */
  @POST
  public Row add(NewRow wanted) throws SQLException {
    Row row = new Row(UUID.randomUUID(), wanted.owner(), wanted.content());
    try (Connection connection = rows.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
              connection.prepareStatement("insert into row (id, owner, content) values (?, ?, ?)");
          PreparedStatement event =
              connection.prepareStatement("insert into event (about, content) values (?, ?)")) {
        insert.setObject(1, row.id());
        insert.setObject(2, row.owner());
        insert.setString(3, row.content());
        insert.executeUpdate();
        event.setObject(1, row.id());
        event.setString(2, row.content());
        event.executeUpdate();
        connection.commit();
      } catch (SQLException failed) {
        connection.rollback();
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    }
    return row;
  }

  private static Row row(ResultSet found) throws SQLException {
    return new Row(
        found.getObject(1, UUID.class), found.getObject(2, UUID.class), found.getString(3));
  }
}
