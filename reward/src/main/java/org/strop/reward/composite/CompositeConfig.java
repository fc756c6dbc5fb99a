package org.strop.reward.composite;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;
import org.strop.reward.likelihood.ChoiceConfig;
import org.strop.reward.likelihood.ScoreConfig;

/**
 * A reward from declared metrics and a penalised rest; see docs/composite.md.
 *
 * @param metrics of the bottleneck; may be empty: then all is residual
 * @param strength how much the whole bottleneck rises, in units of the pre-squash, where all
 *     metrics rise by one standard deviation, before anything is learned; weight decay pulls back
 *     to it, shared equally. Ours
 * @param residualPenalty weight of the residual's mean square; large: metrics only. Ours
 * @param centre weight of the squared mean pre-squash of segments (0.01: the default of TRL's
 *     {@code center_rewards_coefficient} examples)
 * @param choices how operators choose between segments
 * @param scores how operators score; thresholds are learned per operator
 */
public record CompositeConfig(
    List<MetricConfig> metrics,
    @Bounds(min = 0, exclusiveMin = true, max = 100) double strength,
    @Bounds(min = 0, max = 1e9) double residualPenalty,
    @Bounds(min = 0, max = 1000) double centre,
    ChoiceConfig choices,
    ScoreConfig scores)
    implements SelfChecking {
  /** Copies the list. */
  public CompositeConfig {
    metrics = List.copyOf(metrics);
  }

  @Override
  public void check(Problems problems) {
    Set<String> names = new HashSet<>();
    for (MetricConfig metric : metrics) {
      if (!names.add(metric.name())) {
        problems.add("metrics", "names " + metric.name() + " twice", "rename one of them");
      }
    }
  }
}
