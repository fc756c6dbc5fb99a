package org.strop.reward.recovery;

import java.util.List;
import java.util.stream.IntStream;
import org.strop.reward.metrics.Interval;
import org.strop.reward.metrics.Proportion;
import org.strop.reward.metrics.SignTest;
import org.strop.reward.world.ScaledReturn;

/**
 * Scaled returns of rewards fitted under both models to the same labels, world by world.
 *
 * @param labelModel what the labels were drawn from
 * @param noise how
 * @param labels how many
 * @param regret scaled returns of rewards fitted under regret
 * @param partialReturn of those fitted under partial return
 */
public record RecoveryRow(
    LabelModel labelModel,
    LabelNoise noise,
    int labels,
    List<Double> regret,
    List<Double> partialReturn) {
  /** Copies the lists. */
  public RecoveryRow {
    regret = List.copyOf(regret);
    partialReturn = List.copyOf(partialReturn);
    if (regret.isEmpty() || regret.size() != partialReturn.size()) {
      throw new IllegalArgumentException(regret.size() + " and " + partialReturn.size());
    }
  }

  /** Returns how many of some scaled returns are near-optimal. */
  static int nearOptimal(List<Double> returns) {
    return (int) returns.stream().filter(r -> r > ScaledReturn.NEAR_OPTIMAL).count();
  }

  /** Returns the share of near-optimal worlds under regret. */
  public Proportion nearOptimalRegret() {
    return new Proportion(nearOptimal(regret), regret.size());
  }

  /** Returns the share of near-optimal worlds under partial return. */
  public Proportion nearOptimalPartialReturn() {
    return new Proportion(nearOptimal(partialReturn), regret.size());
  }

  /** Returns in how many worlds only regret was near-optimal. */
  public int regretOnly() {
    return only(regret, partialReturn);
  }

  /** Returns in how many worlds only partial return was. */
  public int partialReturnOnly() {
    return only(partialReturn, regret);
  }

  private static int only(List<Double> a, List<Double> b) {
    return (int)
        IntStream.range(0, a.size())
            .filter(i -> a.get(i) > ScaledReturn.NEAR_OPTIMAL)
            .filter(i -> !(b.get(i) > ScaledReturn.NEAR_OPTIMAL))
            .count();
  }

  /** Returns the two-sided p-value of the exact sign test on worlds that only one solves. */
  public double signTest() {
    return SignTest.twoSided(regretOnly(), partialReturnOnly());
  }

  /** Returns the row under the keys of the command's JSON. */
  java.util.Map<String, Object> toMap() {
    java.util.Map<String, Object> map = new java.util.LinkedHashMap<>();
    map.put("labels_from", labelModel);
    map.put("noise", noise);
    map.put("labels", labels);
    map.put("near_optimal_regret", nearOptimalRegret().value());
    map.put("ci_regret", list(nearOptimalRegret().wilson()));
    map.put("near_optimal_partial_return", nearOptimalPartialReturn().value());
    map.put("ci_partial_return", list(nearOptimalPartialReturn().wilson()));
    map.put("regret_only", regretOnly());
    map.put("partial_return_only", partialReturnOnly());
    map.put("sign_test_p", signTest());
    return map;
  }

  static List<Double> list(Interval interval) {
    return List.of(interval.low(), interval.high());
  }
}
