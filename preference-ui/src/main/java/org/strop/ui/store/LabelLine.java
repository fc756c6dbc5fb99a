package org.strop.ui.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.trajectory.Choice;
import org.strop.bridge.trajectory.Provenance;
import org.strop.bridge.trajectory.SegmentRef;
import org.strop.ui.store.Entry.ChoiceEntry;
import org.strop.ui.store.Entry.ScoreEntry;
import org.strop.ui.store.Entry.UndoEntry;

/** One line of an exported label file; the word under {@code kind} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LabelLine.Header.class, name = "header"),
  @JsonSubTypes.Type(value = LabelLine.Asked.class, name = "query"),
  @JsonSubTypes.Type(value = LabelLine.Chosen.class, name = "choice"),
  @JsonSubTypes.Type(value = LabelLine.Scored.class, name = "score"),
  @JsonSubTypes.Type(value = LabelLine.Undone.class, name = "undo"),
})
sealed interface LabelLine {
  /** The version that this release writes, and the newest that it reads. */
  int VERSION = 1;

  /** The sign of {@code value}, written into every file, so that nobody has to guess it. */
  String SIGN = "value: 0 = first preferred, 1 = second preferred, 0.5 = same; cant_tell has none";

  /** Returns the line that holds a row. */
  static LabelLine of(Entry entry) {
    By by = By.of(entry);
    if (entry instanceof ChoiceEntry c) {
      Double value = c.choice().value().isPresent() ? c.choice().value().getAsDouble() : null;
      return new Chosen(c.labelId(), c.nonce(), c.queryId(), c.choice(), value, by);
    }
    if (entry instanceof ScoreEntry s) {
      return new Scored(
          s.labelId(), s.nonce(), Span.of(s.segment()), s.score(), new TreeSet<>(s.causes()), by);
    }
    UndoEntry undo = (UndoEntry) entry;
    return new Undone(undo.labelId(), undo.nonce(), undo.undoes(), by);
  }

  /** First line: what this file is. */
  record Header(
      @JsonProperty(required = true) String format,
      @JsonProperty(required = true) int version,
      @Nullable String sign)
      implements LabelLine {
    static final String FORMAT = "strop-labels";

    static Header current() {
      return new Header(FORMAT, VERSION, SIGN);
    }
  }

  /** A query. */
  record Asked(
      @JsonProperty(required = true) String queryId,
      @JsonProperty(required = true) Span first,
      @JsonProperty(required = true) Span second)
      implements LabelLine {
    static Asked of(Query query) {
      return new Asked(query.queryId(), Span.of(query.first()), Span.of(query.second()));
    }

    Query query() {
      return new Query(queryId, first.segment(), second.segment());
    }
  }

  /** A line that holds a row of the label log. */
  sealed interface Row extends LabelLine {
    Entry entry();
  }

  /** A choice, with its value in the field's sign. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Chosen(
      @JsonProperty(required = true) String labelId,
      @JsonProperty(required = true) String nonce,
      @JsonProperty(required = true) String queryId,
      @JsonProperty(required = true) Choice choice,
      @Nullable Double value,
      @JsonProperty(required = true) By by)
      implements Row {
    public Chosen {
      Objects.requireNonNull(choice, "choice");
      double expected = choice.value().orElse(Double.NaN);
      if (Double.compare(value == null ? Double.NaN : value, expected) != 0) {
        throw new IllegalArgumentException(
            "choice " + LabelLog.word(choice) + " has value " + value + "; " + SIGN);
      }
    }

    @Override
    public Entry entry() {
      return new ChoiceEntry(labelId, nonce, queryId, choice, by.provenance());
    }
  }

  /** A score. */
  record Scored(
      @JsonProperty(required = true) String labelId,
      @JsonProperty(required = true) String nonce,
      @JsonProperty(required = true) Span segment,
      @JsonProperty(required = true) int score,
      @JsonProperty(required = true) Set<String> causes,
      @JsonProperty(required = true) By by)
      implements Row {
    public Scored {
      if (score < 0 || score > 9) {
        throw new IllegalArgumentException("score is " + score + ", but must be 0 to 9");
      }
    }

    @Override
    public Entry entry() {
      return new ScoreEntry(labelId, nonce, segment.segment(), score, causes, by.provenance());
    }
  }

  /** An undo. */
  record Undone(
      @JsonProperty(required = true) String labelId,
      @JsonProperty(required = true) String nonce,
      @JsonProperty(required = true) String undoes,
      @JsonProperty(required = true) By by)
      implements Row {
    @Override
    public Entry entry() {
      return new UndoEntry(labelId, nonce, undoes, by.provenance());
    }
  }

  /** A segment: steps [from, to) of an episode. */
  record Span(
      @JsonProperty(required = true) String episodeId,
      @JsonProperty(required = true) int from,
      @JsonProperty(required = true) int to) {
    static Span of(SegmentRef segment) {
      return new Span(segment.episodeId(), segment.from(), segment.to());
    }

    SegmentRef segment() {
      return new SegmentRef(episodeId, from, to);
    }
  }

  /** Provenance: who, how, when. */
  record By(
      @JsonProperty(required = true) String operator,
      @JsonProperty(required = true) String source,
      @JsonProperty(required = true) long wallTimeMs,
      @JsonProperty(required = true) long responseMs,
      @JsonProperty(required = true) double confidence) {
    static By of(Entry entry) {
      Provenance p = entry.provenance();
      return new By(p.operator(), p.kind(), p.wallTimeMillis(), p.responseMillis(), p.confidence());
    }

    Provenance provenance() {
      return new Provenance(source, operator, wallTimeMs, responseMs, confidence);
    }
  }
}
