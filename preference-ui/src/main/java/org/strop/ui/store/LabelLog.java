package org.strop.ui.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.strop.bridge.trajectory.Choice;
import org.strop.bridge.trajectory.Provenance;
import org.strop.bridge.trajectory.SegmentRef;
import org.strop.ui.store.Entry.ChoiceEntry;
import org.strop.ui.store.Entry.ScoreEntry;
import org.strop.ui.store.Entry.UndoEntry;

/** The SQL of the labels table: appends rows and reads them back; there is no other verb. */
final class LabelLog {
  private static final String INSERT =
      """
      INSERT INTO labels (label_id, seq, kind, operator, nonce, query_id, choice, episode_id,
        from_step, to_step, score, causes, undoes, source, wall_time_ms, response_ms, confidence)
      VALUES (:label_id, :seq, :kind, :operator, :nonce, :query_id, :choice, :episode_id,
        :from_step, :to_step, :score, :causes, :undoes, :source, :wall_time_ms, :response_ms,
        :confidence)
      """;

  private LabelLog() {}

  /** Returns the next number of a counter and holds its row until the transaction ends. */
  static long nextNumber(Handle handle, String counter) {
    return handle
        .createQuery("UPDATE counters SET value = value + 1 WHERE name = :name RETURNING value")
        .bind("name", counter)
        .mapTo(Long.class)
        .one();
  }

  static void append(Handle handle, long seq, Entry entry) {
    Provenance by = entry.provenance();
    Update row =
        handle
            .createUpdate(INSERT)
            .bind("label_id", entry.labelId())
            .bind("seq", seq)
            .bind("operator", by.operator())
            .bind("nonce", entry.nonce())
            .bind("source", by.kind())
            .bind("wall_time_ms", by.wallTimeMillis())
            .bind("response_ms", by.responseMillis())
            .bind("confidence", by.confidence());
    bindAnswer(row, entry).execute();
  }

  private static Update bindAnswer(Update row, Entry entry) {
    ChoiceEntry choice = entry instanceof ChoiceEntry c ? c : null;
    ScoreEntry score = entry instanceof ScoreEntry s ? s : null;
    UndoEntry undo = entry instanceof UndoEntry u ? u : null;
    return row.bind("kind", choice != null ? "choice" : score != null ? "score" : "undo")
        .bind("query_id", choice == null ? null : choice.queryId())
        .bind("choice", choice == null ? null : word(choice.choice()))
        .bind("episode_id", score == null ? null : score.segment().episodeId())
        .bind("from_step", score == null ? null : Integer.valueOf(score.segment().from()))
        .bind("to_step", score == null ? null : Integer.valueOf(score.segment().to()))
        .bind("score", score == null ? null : Integer.valueOf(score.score()))
        .bind("causes", score == null ? null : String.join(",", score.causes()))
        .bind("undoes", undo == null ? null : undo.undoes());
  }

  /** Returns every row in the order in which it was appended. */
  static List<Entry> all(Handle handle) {
    return handle
        .createQuery("SELECT * FROM labels ORDER BY seq")
        .map((rows, context) -> read(rows))
        .list();
  }

  static Optional<Entry> byNonce(Handle handle, String operator, String nonce) {
    return handle
        .createQuery("SELECT * FROM labels WHERE operator = :operator AND nonce = :nonce")
        .bind("operator", operator)
        .bind("nonce", nonce)
        .map((rows, context) -> read(rows))
        .findOne();
  }

  static Optional<Entry> byId(Handle handle, String labelId) {
    return handle
        .createQuery("SELECT * FROM labels WHERE label_id = :id")
        .bind("id", labelId)
        .map((rows, context) -> read(rows))
        .findOne();
  }

  static boolean stands(Handle handle, String labelId) {
    return handle
        .createQuery("SELECT COUNT(*) FROM standing_labels WHERE label_id = :id")
        .bind("id", labelId)
        .mapTo(Integer.class)
        .map(count -> count > 0)
        .one();
  }

  static Optional<Entry> lastStanding(Handle handle, String operator) {
    return handle
        .createQuery(
            "SELECT * FROM standing_labels WHERE operator = :operator ORDER BY seq DESC LIMIT 1")
        .bind("operator", operator)
        .map((rows, context) -> read(rows))
        .findOne();
  }

  static List<ScoreEntry> standingScores(Handle handle) {
    return handle
        .createQuery("SELECT * FROM standing_scores ORDER BY seq")
        .map((rows, context) -> (ScoreEntry) read(rows))
        .list();
  }

  static Optional<ScoreEntry> standingScore(Handle handle, String operator, SegmentRef segment) {
    return handle
        .createQuery(
            """
            SELECT * FROM standing_scores WHERE operator = :operator AND episode_id = :episode
              AND from_step = :from AND to_step = :to
            """)
        .bind("operator", operator)
        .bind("episode", segment.episodeId())
        .bind("from", segment.from())
        .bind("to", segment.to())
        .map((rows, context) -> (ScoreEntry) read(rows))
        .findOne();
  }

  static List<ChoiceEntry> standingChoices(Handle handle) {
    return handle
        .createQuery("SELECT * FROM standing_labels WHERE kind = 'choice' ORDER BY seq")
        .map((rows, context) -> (ChoiceEntry) read(rows))
        .list();
  }

  private static Entry read(ResultSet row) throws SQLException {
    String labelId = row.getString("label_id");
    String nonce = row.getString("nonce");
    Provenance by =
        new Provenance(
            row.getString("source"),
            row.getString("operator"),
            row.getLong("wall_time_ms"),
            row.getLong("response_ms"),
            row.getDouble("confidence"));
    return switch (row.getString("kind")) {
      case "choice" ->
          new ChoiceEntry(
              labelId, nonce, row.getString("query_id"), choice(row.getString("choice")), by);
      case "score" -> readScore(row, labelId, nonce, by);
      case "undo" -> new UndoEntry(labelId, nonce, row.getString("undoes"), by);
      default -> throw new IllegalStateException("label kind " + row.getString("kind"));
    };
  }

  private static ScoreEntry readScore(ResultSet row, String labelId, String nonce, Provenance by)
      throws SQLException {
    SegmentRef segment =
        new SegmentRef(row.getString("episode_id"), row.getInt("from_step"), row.getInt("to_step"));
    return new ScoreEntry(
        labelId, nonce, segment, row.getInt("score"), causes(row.getString("causes")), by);
  }

  private static Set<String> causes(String joined) {
    return Arrays.stream(joined.split(",", -1))
        .filter(cause -> !cause.isEmpty())
        .collect(Collectors.toSet());
  }

  static String word(Choice choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  static Choice choice(String word) {
    return Choice.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
