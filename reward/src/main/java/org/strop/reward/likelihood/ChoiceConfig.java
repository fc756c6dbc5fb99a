package org.strop.reward.likelihood;

/**
 * How an operator chooses between two segments.
 *
 * <p>In the words of the field's scripted teachers (B-Pref, Lee et al. 2021): {@code temperature}
 * is 1/{@code teacher_beta}, {@code mistakeRate} is {@code teacher_eps_mistake}, {@code ties} takes
 * the place of {@code teacher_eps_equal}; {@code teacher_gamma} is the discount of {@link
 * SegmentReturn}.
 *
 * @param ties what an answer of "the same" means
 * @param logTemperature ln of the temperature: how many units of utility are one logit
 * @param sideBias logit of answering "second" at equal utilities; above 0 prefers the second
 * @param mistakeRate how often the two sides are taken for each other, below ½
 * @param lapseRate how often the answer has nothing to do with the segments: all answers alike
 */
public record ChoiceConfig(
    Ties ties, Level logTemperature, Level sideBias, Rate mistakeRate, Rate lapseRate) {
  /** What an answer of "the same" means. */
  public sealed interface Ties {
    /** A tie is half a choice of each side: labels are soft, and a tie is no outcome. */
    record Soft() implements Ties {}

    /**
     * A tie is a third outcome, Davidson 1970: P(tie) ∝ ν √(P(first) P(second)).
     *
     * @param logWidth ln ν; 0 makes a third of equal pairs ties
     */
    record Davidson(Level logWidth) implements Ties {}
  }

  /** Plain Bradley-Terry: no ties, no errors, temperature 1, nothing to learn. */
  public static final ChoiceConfig BRADLEY_TERRY =
      new ChoiceConfig(
          new Ties.Soft(),
          new Level.Fixed(0),
          new Level.Fixed(0),
          new Rate.Fixed(0),
          new Rate.Fixed(0));

  /** Returns this with another side bias. */
  public ChoiceConfig withSideBias(Level bias) {
    return new ChoiceConfig(ties, logTemperature, bias, mistakeRate, lapseRate);
  }

  /** Returns this with another lapse rate. */
  public ChoiceConfig withLapseRate(Rate rate) {
    return new ChoiceConfig(ties, logTemperature, sideBias, mistakeRate, rate);
  }

  /** Returns this with another mistake rate. */
  public ChoiceConfig withMistakeRate(Rate rate) {
    return new ChoiceConfig(ties, logTemperature, sideBias, rate, lapseRate);
  }

  /** Returns this with other ties. */
  public ChoiceConfig withTies(Ties other) {
    return new ChoiceConfig(other, logTemperature, sideBias, mistakeRate, lapseRate);
  }
}
