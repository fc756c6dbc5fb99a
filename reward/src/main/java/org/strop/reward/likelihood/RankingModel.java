package org.strop.reward.likelihood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Orders of lists, whole or top-k, with ties: Plackett-Luce in Davidson's extension.
 *
 * <pre>
 *   P(S first among A) = δ_|S| (Π_{i∈S} e^{v_i})^{1/|S|} / Σ_{S'⊆A, |S'|≤D} δ_|S'| (Π_{i∈S'} e^{v_i})^{1/|S'|}
 *                                                          Turner, van Etten, Firth, Kosmidis 2020
 * </pre>
 *
 * <p>with v = u/T, stage by stage until all named groups are placed. Sums over subsets of s are the
 * elementary symmetric polynomials of e^{v/s}, computed in the log domain in O(n s), gradients in
 * O(n² s). Two segments with D = 2 are exactly {@link ChoiceModel} with Davidson's ties.
 */
public final class RankingModel implements PreferenceModel {
  private final Slots slots = new Slots();
  private final Slots.Slot temperature;
  private final Slots.Slot[] ties;

  /** Builds the model of a configuration. */
  public RankingModel(RankingConfig config) {
    this.temperature = slots.level("list_temperature", config.logTemperature(), Math::exp);
    this.ties = new Slots.Slot[config.largestTie() + 1];
    for (int s = 2; s < ties.length; s++) {
      ties[s] = slots.level("list_tie_" + s, config.logTie(), Math::exp);
    }
  }

  @Override
  public List<String> parameters() {
    return slots.names();
  }

  @Override
  public double[] initial() {
    return slots.initial();
  }

  @Override
  public boolean accepts(Answer answer) {
    return answer instanceof Answer.Ranking r
        && r.groups().stream().allMatch(g -> g.size() < ties.length);
  }

  @Override
  public double logPrior(double[] theta, double[] dTheta) {
    return slots.logPrior(theta, dTheta);
  }

  @Override
  public Map<String, Double> describe(double[] theta) {
    return slots.describe(theta);
  }

  @Override
  public double logLikelihood(
      Answer answer, double[] utilities, double[] theta, double[] dUtilities, double[] dTheta) {
    if (!accepts(answer) || utilities.length != answer.segments()) {
      throw new IllegalArgumentException(answer + " about " + utilities.length + " segments");
    }
    LogMath.requireNumbers(utilities, "utilities");
    slots.requireLength(theta);
    double scale = Math.exp(-temperature.in(theta));
    double[] v =
        Arrays.stream(utilities).map(u -> LogMath.bounded(LogMath.bounded(u) * scale)).toArray();
    double[] dv = new double[v.length];
    double sum = 0;
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < v.length; i++) {
      left.add(i);
    }
    for (List<Integer> group : ((Answer.Ranking) answer).groups()) {
      sum += stage(group, left, v, theta, dv, dTheta);
      left.removeAll(group);
    }
    for (int i = 0; i < v.length; i++) {
      dUtilities[i] += dv[i] * scale;
      temperature.add(dTheta, -dv[i] * v[i]);
    }
    return sum;
  }

  /** Returns ln P(group first among left), and adds its gradients. */
  private double stage(
      List<Integer> group,
      List<Integer> left,
      double[] values,
      double[] theta,
      double[] dv,
      double[] dTheta) {
    // Only differences count; below 0 no sum of logarithms cancels.
    double top = left.stream().mapToDouble(i -> values[i]).max().orElseThrow();
    double[] v = Arrays.stream(values).map(x -> x - top).toArray();
    int sizes = Math.min(ties.length - 1, left.size());
    double[] logits = new double[sizes];
    for (int s = 1; s <= sizes; s++) {
      logits[s - 1] = tie(s, theta) + logSymmetric(left, -1, s, s, v);
    }
    double all = LogMath.logSumExp(logits);
    double mean = 0;
    for (int i : group) {
      mean += v[i] / group.size();
      dv[i] += 1.0 / group.size();
    }
    addTie(group.size(), 1, dTheta);
    for (int s = 1; s <= sizes; s++) {
      double share = Math.exp(logits[s - 1] - all);
      addTie(s, -share, dTheta);
      if (share > 0) {
        for (int i : left) {
          // ∂ln e_s/∂v_i = e^{v_i/s} e_{s−1}(others)/(s e_s)
          double inside = v[i] / s + logSymmetric(left, i, s - 1, s, v) + tie(s, theta) - all;
          dv[i] -= Math.exp(inside) / s;
        }
      }
    }
    return tie(group.size(), theta) + mean - all;
  }

  private double tie(int size, double[] theta) {
    return size == 1 ? 0 : ties[size].in(theta);
  }

  private void addTie(int size, double value, double[] dTheta) {
    if (size > 1) {
      ties[size].add(dTheta, value);
    }
  }

  /** Returns ln e_degree(e^{v/root}) over the segments but one. */
  private static double logSymmetric(
      List<Integer> items, int without, int degree, int root, double[] v) {
    double[] log = new double[degree + 1];
    Arrays.fill(log, Double.NEGATIVE_INFINITY);
    log[0] = 0;
    for (int i : items) {
      if (i != without) {
        for (int d = degree; d >= 1; d--) {
          log[d] = LogMath.logSumExp(log[d], log[d - 1] + v[i] / root);
        }
      }
    }
    return log[degree];
  }
}
