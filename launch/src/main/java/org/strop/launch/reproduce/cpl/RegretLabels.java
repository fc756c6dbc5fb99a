package org.strop.launch.reproduce.cpl;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.strop.launch.reproduce.cpl.CplConfig.Labels;
import org.strop.policy.contrastive.SegmentPair;
import org.strop.policy.contrastive.SegmentPair.Rows;
import org.strop.policy.nn.Seeds;
import org.strop.reward.likelihood.BradleyTerry;
import org.strop.sim.suite.task.SuiteTask;

/**
 * Choices between segments by their regret under the expert, METHODS 2.
 *
 * <pre>  regret = V_{T+H}(s₀) − (R + V_H(s_T)),   P(second preferred) = σ((regret₁ − regret₂)/τ)
 * </pre>
 *
 * @param noisy labels drawn from the model
 * @param exact the same pairs, labelled by the lower regret; ½ where they are equal
 */
record RegretLabels(List<SegmentPair> noisy, List<SegmentPair> exact) {

  static RegretLabels of(SuiteTask task, OfflineData data, Labels labels, long seed) {
    SplittableRandom random = Seeds.stream(seed, "cpl.labels", 0);
    ExpertValue value = new ExpertValue(task);
    List<Rows> segments = tiles(data, labels.segmentSteps());
    double[] regrets = segments.stream().mapToDouble(s -> regret(value, data, s)).toArray();
    return pairs(random, labels, segments, regrets);
  }

  /**
   * Cuts each episode into segments side by side. Random places would leave an episode's first
   * steps in few segments, and so leave the states that every attempt begins with to those who
   * never get away from them.
   */
  private static List<Rows> tiles(OfflineData data, int length) {
    List<Rows> segments = new ArrayList<>();
    for (int end : data.steps().episodeEnds()) {
      for (int from = end - data.length(); from + length <= end; from += length) {
        segments.add(new Rows(from, from + length));
      }
    }
    return segments;
  }

  static double regret(ExpertValue value, OfflineData data, Rows rows) {
    double earned = 0;
    for (int row = rows.from(); row < rows.to(); row++) {
      earned += data.rewards()[row];
    }
    double start = value.of(data.stateBefore(rows.from()), rows.length() + value.horizon());
    return start - (earned + value.of(data.stateAfter(rows.to() - 1), value.horizon()));
  }

  private static RegretLabels pairs(
      SplittableRandom random, Labels labels, List<Rows> segments, double[] regrets) {
    List<SegmentPair> noisy = new ArrayList<>();
    List<SegmentPair> exact = new ArrayList<>();
    for (int k = 0; k < labels.pairs(); k++) {
      int i = random.nextInt(segments.size());
      int j = (i + 1 + random.nextInt(segments.size() - 1)) % segments.size();
      double difference = regrets[i] - regrets[j];
      double p = BradleyTerry.sigmoid(difference / labels.temperature());
      double drawn = random.nextDouble() < p ? 1 : 0;
      double best = difference == 0 ? 0.5 : difference > 0 ? 1 : 0;
      noisy.add(new SegmentPair(segments.get(i), segments.get(j), drawn));
      exact.add(new SegmentPair(segments.get(i), segments.get(j), best));
    }
    return new RegretLabels(noisy, exact);
  }

  /** Returns the share of noisy labels that agree with the exact ones; a tie counts as half. */
  double agreement() {
    double agreeing = 0;
    for (int i = 0; i < noisy.size(); i++) {
      agreeing += 1 - Math.abs(noisy.get(i).label() - exact.get(i).label());
    }
    return agreeing / noisy.size();
  }
}
