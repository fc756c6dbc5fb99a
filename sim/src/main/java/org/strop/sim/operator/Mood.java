package org.strop.sim.operator;

/**
 * An operator after a number of answers: what fatigue and drift made of the configuration.
 *
 * @param taste the taste by now
 * @param beta rationality by now
 * @param epsMistake probability of a mistake by now
 * @param scoreNoise standard deviation of scores by now, points
 * @param slowing response time as a share of a rested person's
 */
record Mood(TasteConfig taste, double beta, double epsMistake, double scoreNoise, double slowing) {
  private static final double GUESSING = 0.5;

  static Mood of(OperatorConfig config, int answered) {
    TasteConfig taste =
        config.drift().map(d -> d.after(config.taste(), answered)).orElse(config.taste());
    if (config.fatigue().isEmpty()) {
      return new Mood(taste, config.beta(), config.epsMistake(), config.scoreNoise(), 1);
    }
    FatigueConfig fatigue = config.fatigue().get();
    double f = fatigue.level(answered);
    return new Mood(
        taste,
        config.beta() * (1 - f * fatigue.betaLoss()),
        mistakes(config.epsMistake(), f * fatigue.epsMistakeGain()),
        config.scoreNoise() * (1 + f * fatigue.scoreNoiseGain()),
        1 + f * fatigue.slowing());
  }

  /** Fatigue leads at most to guessing; whoever was worse than that when rested stays so. */
  private static double mistakes(double rested, double gain) {
    return Math.max(rested, Math.min(GUESSING, rested + gain));
  }
}
