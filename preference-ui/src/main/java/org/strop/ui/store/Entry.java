package org.strop.ui.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.strop.bridge.trajectory.Choice;
import org.strop.bridge.trajectory.Provenance;
import org.strop.bridge.trajectory.SegmentRef;

/** One row of the append-only label log. */
sealed interface Entry {
  /** Hex digits kept of the hash: 80 bits, no collision in any number of labels people can give. */
  int ID_DIGITS = 20;

  String labelId();

  /** Unique per operator; makes a repeated answer harmless. */
  String nonce();

  Provenance provenance();

  /** Returns the same entry with another nonce and the label id that follows from it. */
  Entry withNonce(String nonce);

  /** Returns whether both say the same, whoever wrote down which time and response time. */
  boolean saysTheSameAs(Entry other);

  default String operator() {
    return provenance().operator();
  }

  /** Returns the label id that belongs to an operator and a nonce; the same on every machine. */
  static String labelId(String operator, String nonce) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((operator + '\0' + nonce).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A choice between the two segments of a query. */
  record ChoiceEntry(
      String labelId, String nonce, String queryId, Choice choice, Provenance provenance)
      implements Entry {
    @Override
    public Entry withNonce(String n) {
      return new ChoiceEntry(Entry.labelId(operator(), n), n, queryId, choice, provenance);
    }

    @Override
    public boolean saysTheSameAs(Entry other) {
      return other instanceof ChoiceEntry o && queryId.equals(o.queryId) && choice == o.choice;
    }
  }

  /** A score of a segment. */
  record ScoreEntry(
      String labelId,
      String nonce,
      SegmentRef segment,
      int score,
      Set<String> causes,
      Provenance provenance)
      implements Entry {
    public ScoreEntry {
      causes = Collections.unmodifiableSet(new TreeSet<>(causes));
    }

    @Override
    public Entry withNonce(String n) {
      return new ScoreEntry(Entry.labelId(operator(), n), n, segment, score, causes, provenance);
    }

    @Override
    public boolean saysTheSameAs(Entry other) {
      return other instanceof ScoreEntry o
          && segment.equals(o.segment)
          && score == o.score
          && causes.equals(o.causes);
    }
  }

  /** An undo of an earlier label. */
  record UndoEntry(String labelId, String nonce, String undoes, Provenance provenance)
      implements Entry {
    @Override
    public Entry withNonce(String n) {
      return new UndoEntry(Entry.labelId(operator(), n), n, undoes, provenance);
    }

    @Override
    public boolean saysTheSameAs(Entry other) {
      return other instanceof UndoEntry o && undoes.equals(o.undoes);
    }
  }
}
