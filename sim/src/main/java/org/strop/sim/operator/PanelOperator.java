package org.strop.sim.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.strop.bridge.trajectory.SegmentRef;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * Sits a simulated operator in front of the panel: takes the next query, watches both replays,
 * answers, scores each episode once. Knows nothing that the panel does not show.
 *
 * <p>What is answered depends on the queries and on the number of answers that the panel says were
 * given before, so a session that was stopped goes on where it was. Not thread-safe.
 */
public final class PanelOperator {
  private final PanelClient panel;
  private final SimulatedOperator operator;
  private final Map<String, Trajectory> watched = new HashMap<>();
  private final Set<String> scored = new HashSet<>();

  /**
   * Creates a session.
   *
   * @param panel address of the panel, for example {@code http://127.0.0.1:8080}
   * @param token access token, where the panel wants one
   */
  public PanelOperator(URI panel, Optional<String> token, SimulatedOperator operator) {
    this.panel = new PanelClient(panel, token);
    this.operator = operator;
  }

  /**
   * Answers until the panel has no more questions, or {@code maxQueries} are answered.
   *
   * @param onAnswered told the number of queries answered, after each
   * @return the number of queries answered
   * @throws StropException if the panel does not answer, or refuses an answer
   */
  public int answer(int maxQueries, IntConsumer onAnswered) {
    int answered = 0;
    while (answered < maxQueries) {
      Optional<JsonNode> query = panel.get("/api/next?operator=" + operator.name());
      if (query.isEmpty()) {
        break;
      }
      answer(query.get());
      answered++;
      onAnswered.accept(answered);
    }
    return answered;
  }

  private void answer(JsonNode query) {
    try {
      SegmentRef first = segment(query.required("first"));
      SegmentRef second = segment(query.required("second"));
      query.path("scores").fieldNames().forEachRemaining(scored::add);
      int before = query.path("done").asInt(); // this operator's, earlier sittings included
      score(first.episodeId(), before);
      score(second.episodeId(), before);
      choose(query.required("query_id").asText(), first, second, before);
    } catch (IllegalArgumentException e) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          "the panel's answer is not a query or replay: " + e.getMessage(),
          "query " + query,
          "use a panel of this release",
          e);
    }
  }

  private static SegmentRef segment(JsonNode span) {
    return new SegmentRef(
        span.required("episode_id").asText(),
        span.required("from").asInt(),
        span.required("to").asInt());
  }

  private void choose(String queryId, SegmentRef first, SegmentRef second, int before) {
    SimulatedOperator.Answer answer =
        operator.compare(
            watch(first.episodeId()), first, watch(second.episodeId()), second, before);
    panel.post(
        "/api/choices",
        Map.of(
            "query_id", queryId,
            "operator", operator.name(),
            "choice", answer.choice().name().toLowerCase(Locale.ROOT),
            "response_ms", answer.responseMs(),
            "kind", "simulated"));
  }

  private void score(String episodeId, int before) {
    if (!scored.add(episodeId)) {
      return;
    }
    SimulatedOperator.Score score = operator.score(watch(episodeId), before);
    panel.post(
        "/api/scores",
        Map.of(
            "episode_id", episodeId,
            "operator", operator.name(),
            "score", score.score(),
            "causes", score.causes(),
            "response_ms", score.responseMs(),
            "kind", "simulated"));
  }

  private Trajectory watch(String episodeId) {
    return watched.computeIfAbsent(
        episodeId,
        id ->
            ReplayReader.read(
                panel
                    .get("/api/episodes/" + id + "/replay")
                    .orElseThrow(() -> new IllegalArgumentException("no replay of " + id))));
  }
}
