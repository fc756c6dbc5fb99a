package org.strop.ui.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.strop.bridge.trajectory.SegmentRef;

/** The SQL of the queries table. */
final class QueryTable {
  private static final String INSERT =
      """
      INSERT INTO queries (query_id, position, first_episode, first_from, first_to,
        second_episode, second_from, second_to)
      VALUES (:query_id, :position, :first_episode, :first_from, :first_to,
        :second_episode, :second_from, :second_to)
      """;
  private static final String NEXT =
      """
      SELECT q.* FROM queries q
      WHERE NOT EXISTS (
        SELECT 1 FROM standing_labels l WHERE l.query_id = q.query_id AND l.operator = :operator)
      ORDER BY q.position LIMIT 1
      """;

  private QueryTable() {}

  static void insert(Handle handle, Query query) {
    handle
        .createUpdate(INSERT)
        .bind("query_id", query.queryId())
        .bind("position", LabelLog.nextNumber(handle, "query"))
        .bind("first_episode", query.first().episodeId())
        .bind("first_from", query.first().from())
        .bind("first_to", query.first().to())
        .bind("second_episode", query.second().episodeId())
        .bind("second_from", query.second().from())
        .bind("second_to", query.second().to())
        .execute();
  }

  static Optional<Query> find(Handle handle, String queryId) {
    return handle
        .createQuery("SELECT * FROM queries WHERE query_id = :id")
        .bind("id", queryId)
        .map((row, context) -> read(row))
        .findOne();
  }

  static List<Query> all(Handle handle) {
    return handle
        .createQuery("SELECT * FROM queries ORDER BY position")
        .map((row, context) -> read(row))
        .list();
  }

  static Optional<Query> next(Handle handle, String operator) {
    return handle
        .createQuery(NEXT)
        .bind("operator", operator)
        .map((row, context) -> read(row))
        .findOne();
  }

  static boolean isAnswered(Handle handle, String queryId, String operator) {
    return handle
        .createQuery(
            "SELECT COUNT(*) FROM standing_labels WHERE query_id = :id AND operator = :operator")
        .bind("id", queryId)
        .bind("operator", operator)
        .mapTo(Integer.class)
        .map(count -> count > 0)
        .one();
  }

  private static Query read(ResultSet row) throws SQLException {
    return new Query(
        row.getString("query_id"),
        new SegmentRef(
            row.getString("first_episode"), row.getInt("first_from"), row.getInt("first_to")),
        new SegmentRef(
            row.getString("second_episode"), row.getInt("second_from"), row.getInt("second_to")));
  }
}
