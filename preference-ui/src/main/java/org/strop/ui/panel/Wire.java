package org.strop.ui.panel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.trajectory.Choice;
import org.strop.bridge.trajectory.SegmentRef;

/** The bodies of the panel's HTTP interface, as records; keys are snake_case on the wire. */
final class Wire {
  private Wire() {}

  /** Who answers: a person at the page, or a program that plays one. */
  enum Kind {
    PERSON,
    SIMULATED
  }

  /** POST /api/choices. */
  record ChoiceBody(
      @JsonProperty(required = true) String queryId,
      @JsonProperty(required = true) String operator,
      @JsonProperty(required = true) Choice choice,
      @JsonProperty(required = true) long responseMs,
      @JsonProperty(required = true) Kind kind,
      @Nullable String nonce) {
    ChoiceBody {
      Rules.id("query_id", queryId);
      Rules.operator(operator);
      Rules.present("choice", choice);
      Rules.present("kind", kind);
      Rules.responseMs(responseMs);
      Rules.nonce(nonce);
    }
  }

  /** POST /api/scores. */
  record ScoreBody(
      @JsonProperty(required = true) String episodeId,
      @JsonProperty(required = true) String operator,
      @JsonProperty(required = true) int score,
      @JsonProperty(required = true) Set<String> causes,
      @JsonProperty(required = true) long responseMs,
      @JsonProperty(required = true) Kind kind,
      @Nullable String nonce) {
    private static final int MAX_CAUSES = 8;

    ScoreBody {
      Rules.id("episode_id", episodeId);
      Rules.operator(operator);
      Rules.present("causes", causes);
      Rules.present("kind", kind);
      Rules.responseMs(responseMs);
      Rules.nonce(nonce);
      Rules.require(score >= 0 && score <= 9, "score is " + score + ", but must be 0 to 9");
      Rules.require(causes.size() <= MAX_CAUSES, "causes: at most " + MAX_CAUSES);
      for (String cause : causes) {
        Rules.require(
            cause != null && cause.matches("[a-z][a-z0-9_]{0,31}"),
            "cause '" + cause + "' is not a lower_case word, such as too_low");
      }
    }
  }

  /** POST /api/undo. */
  record UndoBody(
      @JsonProperty(required = true) String operator, @Nullable Kind kind, @Nullable String nonce) {
    UndoBody {
      Rules.operator(operator);
      Rules.nonce(nonce);
    }
  }

  /** GET /api/next: a query, and what this operator has said of its two segments so far. */
  record NextBody(
      String queryId, Span first, Span second, Map<String, Given> scores, int done, int total) {}

  /** A score given earlier. */
  record Given(int score, Set<String> causes) {}

  /** Steps [from, to) of an episode. */
  record Span(String episodeId, int from, int to) {
    static Span of(SegmentRef segment) {
      return new Span(segment.episodeId(), segment.from(), segment.to());
    }
  }

  /** The answer to a stored label. */
  record SavedBody(String labelId) {}

  /** The answer to an undo. */
  record UndoneBody(String undone) {}

  /** Every answer of status 4xx and 5xx; {@code error} repeats {@code what} where undo fails. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Problem(String what, String where, String fix, @Nullable String error) {}

  /** GET /api/episodes. */
  record EpisodeLine(String episodeId, String source, int steps) {
    static List<EpisodeLine> all(List<EpisodeSource.Summary> summaries) {
      return summaries.stream()
          .map(s -> new EpisodeLine(s.episodeId(), s.source(), s.steps()))
          .toList();
    }
  }
}
