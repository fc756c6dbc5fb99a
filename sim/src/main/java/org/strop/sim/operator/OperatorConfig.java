package org.strop.sim.operator;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.strop.configs.Bounds;
import org.strop.configs.ConfigLoader;
import org.strop.configs.SelfChecking;

/**
 * A simulated operator: taste and noise. Files ship in {@code configs/operators}.
 *
 * @param name the operator's id at the panel
 * @param taste hidden utility, in [0, 1]
 * @param beta rationality: P(first) = σ(β (U₁ − U₂)); utilities are in [0, 1], so 20 to 50 is a
 *     careful person
 * @param epsMistake probability that the answer is turned round
 * @param epsEqual utilities closer than this are called the same
 * @param epsSkip both utilities below this: the operator can't tell
 * @param scoreFloor utility that gets score 0
 * @param scoreCeiling utility that gets score 9
 * @param scoreNoise standard deviation of the score before rounding, points
 * @param responseMs shortest response time told to the panel, ms; a close call takes longer
 * @param sideBias what the first (left) attempt seems better by, in utility; negative: the second;
 *     left out: 0
 * @param fatigue how answers get worse within a sitting; left out: never
 * @param drift how the taste changes within a session; left out: never
 */
public record OperatorConfig(
    String name,
    TasteConfig taste,
    @Bounds(min = 0) double beta,
    @Bounds(min = 0, max = 1) double epsMistake,
    @Bounds(min = 0, max = 1) double epsEqual,
    @Bounds(min = 0, max = 1) double epsSkip,
    @Bounds(min = 0, max = 1) double scoreFloor,
    @Bounds(min = 0, max = 1) double scoreCeiling,
    @Bounds(min = 0, max = 9) double scoreNoise,
    @Bounds(min = 0, max = 600000) int responseMs,
    @Bounds(min = -1, max = 1) Optional<Double> sideBias,
    Optional<FatigueConfig> fatigue,
    Optional<DriftConfig> drift)
    implements SelfChecking {
  @Override
  public void check(Problems problems) {
    if (!(scoreCeiling > scoreFloor)) {
      problems.add(
          "score_ceiling",
          "is " + scoreCeiling + ", but must be above score_floor (" + scoreFloor + ")",
          "raise score_ceiling");
    }
    if (!(taste.totalWeight() > 0)) {
      problems.add("taste", "has no weight above 0", "give at least one weight");
    }
    if (drift.isPresent() && !(drift.get().taste().totalWeight() > 0)) {
      problems.add("drift.taste", "has no weight above 0", "give at least one weight");
    }
  }

  /**
   * Loads an operator's file.
   *
   * @throws org.strop.configs.StropException with everything that is wrong in it
   */
  public static OperatorConfig load(Path file, List<String> overrides) {
    return ConfigLoader.load(file, overrides, OperatorConfig.class).value();
  }
}
