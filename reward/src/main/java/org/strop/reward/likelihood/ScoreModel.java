package org.strop.reward.likelihood;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ordinal scores by a cumulative logit with learned thresholds, one set per operator.
 *
 * <pre>
 *   P(score ≤ k) = σ(τ_k − a·u),  τ₀ < τ₁ < … < τ_{L−2}                    McCullagh 1980
 *   P(k) = σ(β)σ(−α)(1 − e^{α−β}),  α = τ_{k−1} − a·u,  β = τ_k − a·u       the same, without cancellation
 * </pre>
 *
 * <p>The logit link, because that product is exact at any size; its noise is that of the choices'
 * model. Learned are τ₀ and the logarithms of the gaps, so thresholds never cross. Their prior is
 * centred on equally likely scores at u = 0 (ours): an operator who only ever says 5 keeps finite
 * thresholds. Utilities have no absolute zero in choices; thresholds take theirs up.
 */
public final class ScoreModel implements PreferenceModel {
  /** Below e⁻³⁰⁰ a gap is as good as none, and its logarithm still fits a double. */
  private static final double SMALLEST_LOG_GAP = -300;

  private static final double LARGEST_LOG_GAP = 700;

  private final Slots slots = new Slots();
  private final Slots.Slot slope;
  private final Slots.Slot[] thresholds;

  /** Builds the model of a configuration. */
  public ScoreModel(ScoreConfig config) {
    int levels = config.levels();
    this.slope = slots.level("score_slope", config.logSlope(), Math::exp);
    this.thresholds = new Slots.Slot[levels - 1];
    Level first = new Level.Learned(even(0, levels), config.firstDeviation());
    thresholds[0] = slots.level("score_threshold_0", first, x -> x);
    for (int k = 1; k < levels - 1; k++) {
      double gap = even(k, levels) - even(k - 1, levels);
      Level prior = new Level.Learned(Math.log(gap), config.gapDeviation());
      thresholds[k] = slots.level("score_gap_" + k, prior, Math::exp);
    }
  }

  /** Returns the threshold under which a share (k + 1)/levels of a standard logistic lies. */
  private static double even(int k, int levels) {
    return Math.log((k + 1.0) / (levels - k - 1));
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
    return answer instanceof Answer.Score s && s.score() <= thresholds.length;
  }

  @Override
  public double logPrior(double[] theta, double[] dTheta) {
    return slots.logPrior(theta, dTheta);
  }

  @Override
  public Map<String, Double> describe(double[] theta) {
    Map<String, Double> map = new LinkedHashMap<>(slots.describe(theta));
    for (int k = 1; k < thresholds.length; k++) {
      map.remove("score_gap_" + k);
      map.put("score_threshold_" + k, threshold(k, theta));
    }
    return map;
  }

  private double threshold(int k, double[] theta) {
    double sum = thresholds[0].in(theta);
    for (int j = 1; j <= k; j++) {
      sum += gap(j, theta);
    }
    return sum;
  }

  private double gap(int k, double[] theta) {
    double log = Math.max(SMALLEST_LOG_GAP, Math.min(LARGEST_LOG_GAP, thresholds[k].in(theta)));
    return Math.exp(log);
  }

  @Override
  public double logLikelihood(
      Answer answer, double[] utilities, double[] theta, double[] dUtilities, double[] dTheta) {
    if (!accepts(answer) || utilities.length != 1) {
      throw new IllegalArgumentException(answer + " about " + utilities.length + " segments");
    }
    LogMath.requireNumbers(utilities, "utilities");
    slots.requireLength(theta);
    int k = ((Answer.Score) answer).score();
    double factor = Math.exp(slope.in(theta));
    double v = LogMath.bounded(factor * LogMath.bounded(utilities[0]));
    double upper = k < thresholds.length ? threshold(k, theta) - v : Double.POSITIVE_INFINITY;
    double lower = k > 0 ? threshold(k - 1, theta) - v : Double.NEGATIVE_INFINITY;
    // ∂/∂τ of both thresholds together: σ(−β) − σ(α); the part of the gap alone is in gapTerm.
    double both = BradleyTerry.sigmoid(-upper) - BradleyTerry.sigmoid(lower);
    dUtilities[0] -= both * factor;
    slope.add(dTheta, -both * v);
    thresholds[0].add(dTheta, both);
    for (int j = 1; j < k && j < thresholds.length; j++) {
      thresholds[j].add(dTheta, both * gap(j, theta));
    }
    double inside = 0;
    if (k > 0 && k < thresholds.length) {
      double gap = gap(k, theta);
      inside = LogMath.log1mExp(gap);
      thresholds[k].add(dTheta, gap * BradleyTerry.sigmoid(-upper) + gap / Math.expm1(gap));
    }
    return LogMath.logSigmoid(upper) + LogMath.logSigmoid(-lower) + inside;
  }
}
