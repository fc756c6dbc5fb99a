package org.strop.reward.recovery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.strop.reward.metrics.Proportion;

/**
 * A table of advantages fitted to labels from regret, put to use in one way.
 *
 * @param use how it was fitted and used
 * @param scaledReturns world by world
 * @param endings share of starts, per world, from which its policy ends the episode
 */
public record AdvantageRow(Use use, List<Double> scaledReturns, List<Double> endings) {
  /** How a table of advantages is fitted and used. */
  public enum Use {
    /** Fitted with absorbing transitions; act greedily on it. */
    GREEDY,
    /** Fitted without absorbing transitions; act greedily on it. */
    GREEDY_WITHOUT_ABSORBING,
    /** Fitted with absorbing transitions; taken for a reward, and planned with. */
    REWARD,
    /** Fitted without absorbing transitions; taken for a reward. */
    REWARD_WITHOUT_ABSORBING
  }

  /** Copies the lists. */
  public AdvantageRow {
    scaledReturns = List.copyOf(scaledReturns);
    endings = List.copyOf(endings);
  }

  /** Returns the share of near-optimal worlds. */
  public Proportion nearOptimal() {
    return new Proportion(RecoveryRow.nearOptimal(scaledReturns), scaledReturns.size());
  }

  /** Returns the share of starts from which the episode ends, mean over worlds. */
  public double meanEnding() {
    return endings.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** Returns the row under the keys of the command's JSON. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("use", use);
    map.put("near_optimal", nearOptimal().value());
    map.put("ci", RecoveryRow.list(nearOptimal().wilson()));
    map.put("ends", meanEnding());
    return map;
  }
}
