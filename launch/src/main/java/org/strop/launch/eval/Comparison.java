package org.strop.launch.eval;

import java.util.List;
import org.strop.reward.metrics.PairedDifference;

/**
 * One policy against another on the same instances.
 *
 * @param difference of quality, after minus before
 * @param winRate share of instances on which the operator would prefer after, ties half
 */
public record Comparison(PairedDifference difference, double winRate) {
  private static final double TIE = 1e-9;

  /**
   * Compares arms of one training run, episode by episode.
   *
   * @throws IllegalArgumentException if the arms did not meet the same seeds in the same order
   */
  public static Comparison episodes(Arm after, Arm before) {
    for (int i = 0; i < after.episodes().size(); i++) {
      if (after.episodes().get(i).seed() != before.episodes().get(i).seed()) {
        throw new IllegalArgumentException("episode " + i + " of the arms has another seed");
      }
    }
    double[] a = after.quality();
    double[] b = before.quality();
    return new Comparison(PairedDifference.of(a, b), wins(a, b));
  }

  /**
   * Compares arms over several training runs: n is the number of runs, because episodes of one run
   * share their policy and are not independent. The win rate is over all episodes.
   *
   * @param after one arm per run
   * @param before one arm per run, in the same order
   */
  public static Comparison runs(List<Arm> after, List<Arm> before) {
    double[] a = after.stream().mapToDouble(Arm::meanQuality).toArray();
    double[] b = before.stream().mapToDouble(Arm::meanQuality).toArray();
    double wins = episodes(Arm.pooled("after", after), Arm.pooled("before", before)).winRate();
    return new Comparison(PairedDifference.of(a, b), wins);
  }

  private static double wins(double[] a, double[] b) {
    double wins = 0;
    for (int i = 0; i < a.length; i++) {
      wins += Math.abs(a[i] - b[i]) < TIE ? 0.5 : a[i] > b[i] ? 1 : 0;
    }
    return wins / a.length;
  }
}
