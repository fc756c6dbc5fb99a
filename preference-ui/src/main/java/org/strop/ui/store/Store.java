package org.strop.ui.store;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.strop.bridge.trajectory.Choice;
import org.strop.bridge.trajectory.PreferenceLabel;
import org.strop.bridge.trajectory.Provenance;
import org.strop.bridge.trajectory.ScoreLabel;
import org.strop.bridge.trajectory.SegmentRef;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.ui.store.Entry.ChoiceEntry;
import org.strop.ui.store.Entry.ScoreEntry;
import org.strop.ui.store.Entry.UndoEntry;
import org.strop.ui.store.Receipt.Reason;
import org.strop.ui.store.Receipt.Refused;
import org.strop.ui.store.Receipt.Saved;

/**
 * The label store: pairs to ask about, and what people said, append-only.
 *
 * <p>A method that returns {@link Saved} or {@link Receipt.Undone} has put the answer on the disk.
 * Threads and processes may share one store; writers queue up. Every operator is asked every query.
 * A later score of the same segment by the same operator stands in for the earlier one.
 *
 * <p>Methods throw {@link StropException} with {@link ErrorCode#IO} where the database fails.
 */
public final class Store implements AutoCloseable {
  private final Database database;

  private Store(Database database) {
    this.database = database;
  }

  /**
   * Opens a store, creating or upgrading its tables.
   *
   * @param jdbcUrl {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/DATABASE?user=NAME}
   * @throws StropException CONFIG, CORRUPT_DATA, TOO_NEW or UNREACHABLE; nothing is half-created
   */
  public static Store open(String jdbcUrl) {
    return new Store(Database.open(jdbcUrl));
  }

  /** Opens a store in a SQLite file, creating it and its folder; see {@link #open(String)}. */
  public static Store open(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      LabelFile.createFolders(parent);
    }
    return open("jdbc:sqlite:" + file.toAbsolutePath());
  }

  /**
   * Adds queries behind those there are, in one transaction; a query already there is left out.
   *
   * @return how many were new
   * @throws StropException CORRUPT_DATA if an id is there with other segments; adds nothing then
   */
  public int addQueries(List<Query> queries) {
    return database.write(
        handle -> queries.stream().mapToInt(query -> addQuery(handle, query)).sum());
  }

  private int addQuery(Handle handle, Query query) {
    Optional<Query> before = QueryTable.find(handle, query.queryId());
    if (before.isEmpty()) {
      QueryTable.insert(handle, query);
      return 1;
    }
    if (before.get().equals(query)) {
      return 0;
    }
    throw new StropException(
        ErrorCode.CORRUPT_DATA,
        "query " + query.queryId() + " is there with other segments: " + before.get(),
        database.place(),
        "give the new query an id of its own, or use a fresh store");
  }

  /** Returns the first query that an operator has not answered. */
  public Optional<Query> next(String operator) {
    return database.read(handle -> QueryTable.next(handle, operator));
  }

  /** Returns every query, in the order of asking. */
  public List<Query> queries() {
    return database.read(QueryTable::all);
  }

  /** Returns how far an operator is. */
  public Progress progress(String operator) {
    return database.read(handle -> progress(handle, operator));
  }

  private static Progress progress(Handle handle, String operator) {
    String counts =
        """
        SELECT
          (SELECT COUNT(*) FROM standing_labels WHERE kind = 'choice' AND operator = :o) AS done,
          (SELECT COUNT(*) FROM queries) AS total,
          (SELECT COUNT(*) FROM standing_scores WHERE operator = :o) AS scores
        """;
    return handle
        .createQuery(counts)
        .bind("o", operator)
        .map(
            (row, context) ->
                new Progress(row.getInt("done"), row.getInt("total"), row.getInt("scores")))
        .one();
  }

  /** Appends a choice; see {@link #addChoice(String, Choice, Provenance, String)}. */
  public Receipt addChoice(String queryId, Choice choice, Provenance by) {
    return addChoice(queryId, choice, by, "");
  }

  /**
   * Appends a choice.
   *
   * @param nonce chosen by the sender, unique per operator; sending it again stores nothing new;
   *     empty: each call is an answer of its own
   */
  public Receipt addChoice(String queryId, Choice choice, Provenance by, String nonce) {
    return append(new ChoiceEntry("", nonce, queryId, choice, by), this::refusal);
  }

  private Optional<Refused> refusal(Handle handle, Entry entry) {
    ChoiceEntry choice = (ChoiceEntry) entry;
    if (QueryTable.find(handle, choice.queryId()).isEmpty()) {
      return Optional.of(
          new Refused(
              Reason.UNKNOWN_QUERY,
              "there is no query " + choice.queryId(),
              "ask for the next query and answer that one"));
    }
    if (QueryTable.isAnswered(handle, choice.queryId(), entry.operator())) {
      return Optional.of(
          new Refused(
              Reason.ALREADY_ANSWERED,
              entry.operator() + " has answered query " + choice.queryId(),
              "undo that answer first, or go on with the next query"));
    }
    return Optional.empty();
  }

  /** Appends a score; see {@link #addScore(SegmentRef, int, Set, Provenance, String)}. */
  public Receipt addScore(SegmentRef segment, int score, Set<String> causes, Provenance by) {
    return addScore(segment, score, causes, by, "");
  }

  /**
   * Appends a score of a segment.
   *
   * @param score 0 (worst) to 9 (best)
   * @param causes words without commas, for example {@code too_low}; at most 400 letters in all
   * @param nonce as in {@link #addChoice(String, Choice, Provenance, String)}
   */
  public Receipt addScore(
      SegmentRef segment, int score, Set<String> causes, Provenance by, String nonce) {
    return append(
        new ScoreEntry("", nonce, segment, score, causes, by), (handle, e) -> Optional.empty());
  }

  /**
   * Undoes the operator's last standing label, by a row of its own.
   *
   * @param by who undoes it, and when
   * @param nonce as in {@link #addChoice(String, Choice, Provenance, String)}
   */
  public Receipt undo(Provenance by, String nonce) {
    return database.write(
        handle -> {
          long seq = LabelLog.nextNumber(handle, "label");
          Optional<Entry> before = LabelLog.byNonce(handle, by.operator(), nonce);
          if (before.isPresent()) {
            return before.get() instanceof UndoEntry undo
                ? new Receipt.Undone(undo.undoes())
                : nonceReused(nonce);
          }
          return undoLast(handle, seq, by, nonce);
        });
  }

  private static Receipt undoLast(Handle handle, long seq, Provenance by, String nonce) {
    Optional<Entry> last = LabelLog.lastStanding(handle, by.operator());
    if (last.isEmpty()) {
      return new Refused(
          Reason.NOTHING_TO_UNDO, by.operator() + " has no label left to undo", "go on labelling");
    }
    String labelId = last.get().labelId();
    LabelLog.append(
        handle, seq, new UndoEntry("", "", labelId, by).withNonce(orNumber(nonce, seq)));
    return new Receipt.Undone(labelId);
  }

  private Receipt append(Entry entry, Check check) {
    return database.write(
        handle -> {
          long seq = LabelLog.nextNumber(handle, "label");
          Optional<Entry> before = LabelLog.byNonce(handle, entry.operator(), entry.nonce());
          if (before.isPresent()) {
            return before.get().saysTheSameAs(entry)
                ? new Saved(before.get().labelId())
                : nonceReused(entry.nonce());
          }
          Optional<Refused> refused = check.refusal(handle, entry);
          if (refused.isPresent()) {
            return refused.get();
          }
          Entry named = entry.withNonce(orNumber(entry.nonce(), seq));
          LabelLog.append(handle, seq, named);
          return new Saved(named.labelId());
        });
  }

  private static String orNumber(String nonce, long seq) {
    return nonce.isEmpty() ? "#" + seq : nonce;
  }

  private static Refused nonceReused(String nonce) {
    return new Refused(
        Reason.NONCE_REUSED,
        "nonce " + nonce + " came before with another answer",
        "send each answer under a nonce of its own");
  }

  /** Returns the choices that stand, of all operators, in the order in which they were given. */
  public List<PreferenceLabel> preferences() {
    return database.read(
        handle -> {
          Map<String, Query> queries =
              QueryTable.all(handle).stream()
                  .collect(Collectors.toMap(Query::queryId, Function.identity()));
          return LabelLog.standingChoices(handle).stream()
              .map(choice -> label(choice, requireNonNull(queries.get(choice.queryId()))))
              .toList();
        });
  }

  private static PreferenceLabel label(ChoiceEntry choice, Query query) {
    return new PreferenceLabel(
        choice.labelId(), query.first(), query.second(), choice.choice(), choice.provenance());
  }

  /** Returns the scores that stand, the last of each operator for each segment. */
  public List<ScoreLabel> scores() {
    return database.read(
        handle -> LabelLog.standingScores(handle).stream().map(Store::label).toList());
  }

  /** Returns an operator's standing score of a segment. */
  public Optional<ScoreLabel> score(String operator, SegmentRef segment) {
    return database.read(
        handle -> LabelLog.standingScore(handle, operator, segment).map(Store::label));
  }

  private static ScoreLabel label(ScoreEntry score) {
    return new ScoreLabel(
        score.labelId(), score.segment(), score.score(), score.causes(), score.provenance());
  }

  /**
   * Writes the whole store as JSON lines, undone labels and undos included; the format is in this
   * module's docs. The file appears whole or not at all.
   */
  public void exportTo(Path file) {
    LabelFile.write(file, database.read(QueryTable::all), database.read(LabelLog::all));
  }

  /**
   * Adds what an exported file holds, in one transaction; what is there already is left out.
   *
   * @return how many queries and label rows were new
   * @throws StropException MISSING_DATA, CORRUPT_DATA (names file and line) or TOO_NEW; adds
   *     nothing
   */
  public int importFrom(Path file) {
    return database.write(handle -> LabelFile.read(file, new Merge(handle, this::addQuery, file)));
  }

  @Override
  public void close() {
    database.close();
  }

  /** Decides, inside the transaction, whether an entry may be appended. */
  private interface Check {
    Optional<Refused> refusal(Handle handle, Entry entry);
  }
}
