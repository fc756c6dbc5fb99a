package org.strop.launch.study;

import java.util.List;
import org.strop.sim.operator.OperatorConfig;

/**
 * What to compare, and on what.
 *
 * @param operators who answers, each by itself
 * @param seeds of attempts, answers and fits
 * @param attempts that are scored
 * @param pairs that are compared among them
 * @param fresh attempts that nobody judges
 */
public record StudyPlan(
    List<OperatorConfig> operators, List<Long> seeds, int attempts, int pairs, int fresh) {
  /** Copies the lists. */
  public StudyPlan {
    operators = List.copyOf(operators);
    seeds = List.copyOf(seeds);
  }

  /** Returns how many fits a number of configurations takes. */
  public int fits(int configs) {
    return operators.size() * seeds.size() * configs;
  }
}
