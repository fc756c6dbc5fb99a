package org.strop.ui.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.bridge.trajectory.Choice;
import org.strop.bridge.trajectory.PreferenceLabel;
import org.strop.bridge.trajectory.Provenance;
import org.strop.bridge.trajectory.ScoreLabel;
import org.strop.bridge.trajectory.SegmentRef;
import org.strop.configs.StropException;
import org.strop.ui.store.Receipt.Reason;
import org.strop.ui.store.Receipt.Refused;
import org.strop.ui.store.Receipt.Saved;
import org.strop.ui.store.Receipt.Undone;

/** What every database under the store must do. */
abstract class StoreContract {
  private static final SegmentRef A = new SegmentRef("a", 0, 10);
  private static final SegmentRef B = new SegmentRef("b", 0, 12);
  private static final SegmentRef C = new SegmentRef("c", 3, 9);
  private static final Query ONE = new Query("one", A, B);
  private static final Query TWO = new Query("two", B, C);
  private static final Provenance ANNA = new Provenance("person", "anna", 1000, 2500, 1);
  private static final Provenance BERT = new Provenance("simulated", "bert", 1001, 10, 1);

  @TempDir Path folder;
  private Store store;

  /** Returns the URL of an empty database; a new one for each name in each test. */
  abstract String freshUrl(String name);

  @BeforeEach
  void open() {
    store = Store.open(freshUrl("main"));
    store.addQueries(List.of(ONE, TWO));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static String id(Receipt receipt) {
    assertThat(receipt).isInstanceOf(Saved.class);
    return ((Saved) receipt).labelId();
  }

  private static Reason reason(Receipt receipt) {
    assertThat(receipt).isInstanceOf(Refused.class);
    return ((Refused) receipt).reason();
  }

  @Test
  void everyOperatorIsAskedEveryQueryInOrder() {
    assertThat(store.next("anna")).contains(ONE);
    store.addChoice("one", Choice.FIRST, ANNA);
    assertThat(store.next("anna")).contains(TWO);
    assertThat(store.next("bert")).contains(ONE);
    store.addChoice("two", Choice.CANT_TELL, ANNA);
    assertThat(store.next("anna")).isEmpty();
    assertThat(store.progress("anna")).isEqualTo(new Progress(2, 2, 0));
    assertThat(store.progress("bert")).isEqualTo(new Progress(0, 2, 0));
  }

  @Test
  void labelsComeBackWithSegmentsAndProvenance() {
    String choice = id(store.addChoice("two", Choice.SECOND, ANNA));
    String score = id(store.addScore(C, 7, Set.of("too_low", "long_thin"), BERT));
    assertThat(store.preferences())
        .containsExactly(new PreferenceLabel(choice, B, C, Choice.SECOND, ANNA));
    assertThat(store.scores())
        .containsExactly(new ScoreLabel(score, C, 7, Set.of("long_thin", "too_low"), BERT));
    assertThat(store.score("bert", C)).isPresent();
    assertThat(store.score("anna", C)).isEmpty();
  }

  @Test
  void addingTheSameQueriesAgainAddsNothingAndAChangedOneIsRefused() {
    assertThat(store.addQueries(List.of(ONE, TWO))).isZero();
    Query changed = new Query("one", A, C);
    assertThatThrownBy(() -> store.addQueries(List.of(new Query("three", A, C), changed)))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("query one");
    assertThat(store.queries()).containsExactly(ONE, TWO);
  }

  @Test
  void undoTakesBackTheLastLabelOfThatOperatorOnly() {
    String first = id(store.addChoice("one", Choice.FIRST, ANNA));
    String second = id(store.addChoice("two", Choice.SAME, ANNA));
    id(store.addChoice("one", Choice.SECOND, BERT));
    assertThat(store.undo(ANNA, "")).isEqualTo(new Undone(second));
    assertThat(store.undo(ANNA, "")).isEqualTo(new Undone(first));
    assertThat(reason(store.undo(ANNA, ""))).isEqualTo(Reason.NOTHING_TO_UNDO);
    assertThat(store.preferences())
        .extracting(p -> p.provenance().operator())
        .containsExactly("bert");
    assertThat(store.next("anna")).contains(ONE);
    String again = id(store.addChoice("one", Choice.SECOND, ANNA));
    assertThat(again).isNotEqualTo(first);
  }

  @Test
  void undoingAScoreBringsTheEarlierOneBack() {
    id(store.addScore(A, 3, Set.of(), ANNA));
    id(store.addScore(A, 8, Set.of("too_high"), ANNA));
    assertThat(store.scores()).extracting(ScoreLabel::score).containsExactly(8);
    store.undo(ANNA, "");
    assertThat(store.scores()).extracting(ScoreLabel::score).containsExactly(3);
    assertThat(store.progress("anna").scores()).isEqualTo(1);
  }

  @Test
  void sendingAnAnswerAgainStoresItOnce() {
    String once = id(store.addChoice("one", Choice.FIRST, ANNA, "nonce-00001"));
    Provenance later = new Provenance("person", "anna", 9000, 2500, 1);
    assertThat(id(store.addChoice("one", Choice.FIRST, later, "nonce-00001"))).isEqualTo(once);
    assertThat(store.preferences()).hasSize(1);
    assertThat(store.undo(ANNA, "nonce-00002")).isEqualTo(store.undo(ANNA, "nonce-00002"));
    assertThat(reason(store.undo(ANNA, "nonce-00003"))).isEqualTo(Reason.NOTHING_TO_UNDO);
  }

  @Test
  void answersThatDoNotFitAreRefusedAndStoreNothing() {
    assertThat(reason(store.addChoice("nine", Choice.FIRST, ANNA))).isEqualTo(Reason.UNKNOWN_QUERY);
    store.addChoice("one", Choice.FIRST, ANNA, "nonce-00001");
    assertThat(reason(store.addChoice("one", Choice.SECOND, ANNA)))
        .isEqualTo(Reason.ALREADY_ANSWERED);
    assertThat(reason(store.addChoice("one", Choice.SECOND, ANNA, "nonce-00001")))
        .isEqualTo(Reason.NONCE_REUSED);
    assertThat(reason(store.undo(ANNA, "nonce-00001"))).isEqualTo(Reason.NONCE_REUSED);
    assertThat(store.preferences()).hasSize(1);
  }

  @Test
  void theDatabaseItselfForbidsChangingLabels() throws SQLException {
    String url = freshUrl("guarded");
    Store guarded = Store.open(url);
    guarded.addQueries(List.of(ONE));
    guarded.addChoice("one", Choice.FIRST, ANNA);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("UPDATE labels SET choice = 'second'"))
          .hasMessageContaining("append-only");
      assertThatThrownBy(() -> statement.execute("DELETE FROM labels"))
          .hasMessageContaining("append-only");
    }
    assertThat(guarded.preferences())
        .extracting(PreferenceLabel::choice)
        .containsExactly(Choice.FIRST);
    guarded.close();
  }

  @Test
  void aStoreOpenedAgainHoldsTheSame() {
    String url = freshUrl("again");
    try (Store before = Store.open(url)) {
      before.addQueries(List.of(ONE, TWO));
      before.addChoice("one", Choice.SAME, ANNA);
      before.addScore(A, 5, Set.of(), ANNA);
      before.undo(ANNA, "");
    }
    try (Store after = Store.open(url)) {
      assertThat(after.preferences()).hasSize(1);
      assertThat(after.scores()).isEmpty();
      assertThat(after.next("anna")).contains(TWO);
    }
  }

  @Test
  void operatorsWhoAnswerAtTheSameTimeLoseNothing() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Callable<Receipt>> work = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Provenance by = new Provenance("person", "operator-" + i % 8, i, 1, 1);
      SegmentRef segment = new SegmentRef("episode-" + i, 0, 5);
      work.add(() -> store.addScore(segment, 5, Set.of(), by));
    }
    for (Future<Receipt> answer : pool.invokeAll(work)) {
      id(answer.get());
    }
    pool.shutdown();
    assertThat(store.scores()).hasSize(40);
  }

  @Test
  void exportedAndImportedStoresAreTheSame() throws IOException {
    store.addChoice("one", Choice.SECOND, ANNA);
    store.addChoice("two", Choice.CANT_TELL, ANNA);
    store.addScore(A, 9, Set.of("short_thick"), BERT);
    store.undo(ANNA, "");
    Path file = folder.resolve("labels.jsonl");
    store.exportTo(file);
    assertThat(Files.readString(file)).contains("0 = first preferred, 1 = second preferred");
    try (Store copy = Store.open(freshUrl("copy"))) {
      assertThat(copy.importFrom(file)).isEqualTo(6);
      assertThat(copy.importFrom(file)).isZero();
      assertThat(copy.preferences()).isEqualTo(store.preferences());
      assertThat(copy.scores()).isEqualTo(store.scores());
      Path second = folder.resolve("again.jsonl");
      copy.exportTo(second);
      assertThat(second).hasSameTextualContentAs(file);
    }
  }

  @Test
  void aDamagedFileImportsNothingAndNamesItsLine() throws IOException {
    store.addChoice("one", Choice.FIRST, ANNA);
    Path file = folder.resolve("labels.jsonl");
    store.exportTo(file);
    String good = Files.readString(file);
    List<String> damaged =
        List.of(
            "",
            good.replace("\"value\":0.0", "\"value\":1.0"),
            good.replace("\"choice\":\"first\"", "\"choice\":\"frist\""),
            good.replace("\"query_id\":\"one\",\"choice\"", "\"query_id\":\"no\",\"choice\""),
            good.replace("\"operator\":\"anna\"", "\"operator\":\"eve\""),
            good.replace("strop-labels", "other"),
            good + "{\"kind\":\"remark\"}\n",
            good.substring(0, good.length() - 20));
    try (Store copy = Store.open(freshUrl("copy"))) {
      for (String text : damaged) {
        assertThat(text).isNotEqualTo(good);
        Files.writeString(file, text);
        assertThatThrownBy(() -> copy.importFrom(file))
            .isInstanceOf(StropException.class)
            .hasMessageContaining("labels.jsonl:");
      }
      assertThat(copy.queries()).isEmpty();
      assertThat(copy.preferences()).isEmpty();
    }
  }
}
