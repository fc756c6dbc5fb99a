package org.strop.sim.operator;

import org.strop.configs.Bounds;

/**
 * How an operator tires with the number of answers given since the last break. Ours.
 *
 * <pre>
 *   n = answers since the last break ,  f = 1 − exp(−n / answers)   in [0, 1)
 *   β′ = β (1 − f · beta_loss) ,  ε′_mistake = min(½, ε_mistake + f · eps_mistake_gain)
 *   score noise and response time grow to (1 + f · …) of a rested person's
 * </pre>
 *
 * <p>A mistake rate of one half is pure guessing; fatigue alone never goes beyond it.
 *
 * @param answers answers after which 63 % of the fatigue is there
 * @param breakEvery answers after which the operator takes a break and starts rested; 0: never
 * @param betaLoss share of the rationality that is lost at full fatigue
 * @param epsMistakeGain what full fatigue adds to the probability of a mistake
 * @param scoreNoiseGain what full fatigue adds to the noise of scores, as a share of it
 * @param slowing what full fatigue adds to the response time, as a share of it
 */
public record FatigueConfig(
    @Bounds(min = 0, exclusiveMin = true, max = 1e6) double answers,
    @Bounds(min = 0, max = 1000000) int breakEvery,
    @Bounds(min = 0, max = 1) double betaLoss,
    @Bounds(min = 0, max = 0.5) double epsMistakeGain,
    @Bounds(min = 0, max = 10) double scoreNoiseGain,
    @Bounds(min = 0, max = 10) double slowing) {
  /** Returns f, in [0, 1), after this many answers in all. */
  double level(int answered) {
    int sinceBreak = breakEvery == 0 ? answered : answered % breakEvery;
    return 1 - Math.exp(-sinceBreak / answers); // f = 1 − exp(−n/N)
  }
}
