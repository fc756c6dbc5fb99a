package org.strop.reward.likelihood;

import java.util.List;
import java.util.Map;

/**
 * Choices between two segments: Bradley-Terry with ties, side bias, mistakes and lapses.
 *
 * <pre>
 *   z = (u₂ − u₁)/T + b
 *   P(first), P(tie), P(second) ∝ e^(−z/2), ν, e^(z/2)            Davidson 1970; ν = 0 is Bradley-Terry
 *   P'(second) = (1 − λ)( (1 − ε) P(second) + ε P(first) ) + λ/k ;  P'(tie) = (1 − λ) P(tie) + λ/k
 * </pre>
 *
 * <p>with temperature T, side bias b, mistake rate ε, lapse rate λ, and k outcomes (3; 2 without
 * ties). Davidson rather than Rao-Kupper, because given that the answer is decisive it is exactly
 * Bradley-Terry: accuracy and calibration on decisive labels mean the same with and without ties,
 * while Rao-Kupper's band shifts both sides' odds. For more than two segments it continues in
 * {@link RankingModel}.
 *
 * <p>Without a tie outcome ε and λ = 2ε say the same: learn one of them. P' is at most ln-linear in
 * |z| at both ends; a lapse bounds the cost of a single answer by −ln(λ/k).
 */
public final class ChoiceModel implements PreferenceModel {
  private final Slots slots = new Slots();
  private final Slots.Slot temperature;
  private final Slots.Slot bias;
  private final Slots.Slot width;
  private final Slots.Slot mistake;
  private final Slots.Slot lapse;
  private final boolean ties;

  /** Builds the model of a configuration. */
  public ChoiceModel(ChoiceConfig config) {
    this.temperature = slots.level("temperature", config.logTemperature(), Math::exp);
    this.bias = slots.level("side_bias", config.sideBias(), x -> x);
    this.ties = config.ties() instanceof ChoiceConfig.Ties.Davidson;
    Level logWidth =
        config.ties() instanceof ChoiceConfig.Ties.Davidson d
            ? d.logWidth()
            : new Level.Fixed(-Double.MAX_VALUE);
    this.width = slots.level("tie_width", logWidth, Math::exp);
    this.mistake = slots.rate("mistake_rate", config.mistakeRate(), 0.5);
    this.lapse = slots.rate("lapse_rate", config.lapseRate(), 1);
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
    return answer instanceof Answer.Choice;
  }

  @Override
  public double logPrior(double[] theta, double[] dTheta) {
    return slots.logPrior(theta, dTheta);
  }

  @Override
  public Map<String, Double> describe(double[] theta) {
    return slots.describe(theta);
  }

  /**
   * Returns the probabilities of the three answers: first, tie (0 without that outcome), second.
   *
   * @param utilities length 2
   */
  public double[] probabilities(double[] utilities, double[] theta) {
    double[] plain = logOutcomes(logit(utilities, theta), theta);
    double[] p = new double[3];
    for (int o = 0; o < 3; o++) {
      p[o] = o == 1 && !ties ? 0 : Math.exp(LogMath.logSumExp(terms(o, plain, theta)));
    }
    return p;
  }

  @Override
  public double logLikelihood(
      Answer answer, double[] utilities, double[] theta, double[] dUtilities, double[] dTheta) {
    if (!(answer instanceof Answer.Choice choice) || utilities.length != 2) {
      throw new IllegalArgumentException(answer + " about " + utilities.length + " segments");
    }
    LogMath.requireNumbers(utilities, "utilities");
    slots.requireLength(theta);
    double z = logit(utilities, theta);
    double[] plain = logOutcomes(z, theta);
    double[] dPlain = new double[3];
    double sum = 0;
    double[] weights = weights(choice.label());
    for (int o = 0; o < 3; o++) {
      if (weights[o] > 0) {
        sum += weights[o] * outcome(o, weights[o], plain, theta, dPlain, dTheta);
      }
    }
    back(dPlain, plain, z, theta, dUtilities, dTheta);
    return sum;
  }

  private double logit(double[] utilities, double[] theta) {
    double difference = LogMath.bounded(utilities[1]) - LogMath.bounded(utilities[0]);
    return LogMath.bounded(difference * Math.exp(-temperature.in(theta)) + bias.in(theta));
  }

  /** Returns the weights of the answers first, tie, second that a soft label is made of. */
  private double[] weights(double label) {
    if (!ties) {
      return new double[] {1 - label, 0, label};
    }
    return label < 0.5
        ? new double[] {1 - 2 * label, 2 * label, 0}
        : new double[] {0, 2 * (1 - label), 2 * label - 1};
  }

  /** Returns ln P of first, tie, second before mistakes and lapses. */
  private double[] logOutcomes(double z, double[] theta) {
    double tie = ties ? width.in(theta) : Double.NEGATIVE_INFINITY;
    return LogMath.logSoftmax(-z / 2, tie, z / 2);
  }

  /** Returns the three ways to an answer: meant and said, other meant by mistake, lapsed. */
  private double[] terms(int outcome, double[] plain, double[] theta) {
    double e = Slots.clampLogit(mistake.in(theta));
    double l = lapse.in(theta);
    double clear = LogMath.logSigmoid(-l);
    double right = outcome == 1 || never(mistake) ? 0 : Math.log1p(-0.5 * BradleyTerry.sigmoid(e));
    double wrong = outcome == 1 || never(mistake) ? Double.NEGATIVE_INFINITY : logHalf(e);
    return new double[] {
      clear + right + plain[outcome],
      clear + wrong + plain[2 - outcome],
      (never(lapse) ? Double.NEGATIVE_INFINITY : LogMath.logSigmoid(l)) - Math.log(ties ? 3 : 2)
    };
  }

  private static double logHalf(double e) {
    return LogMath.logSigmoid(e) - Math.log(2);
  }

  private static boolean never(Slots.Slot rate) {
    return rate.place() < 0 && rate.fixed() == Double.NEGATIVE_INFINITY;
  }

  /** Returns ln P'(outcome); adds weight times its gradients. */
  private double outcome(
      int o, double weight, double[] plain, double[] theta, double[] dPlain, double[] dTheta) {
    double[] terms = terms(o, plain, theta);
    double total = LogMath.logSumExp(terms);
    double right = weight * Math.exp(terms[0] - total);
    double wrong = weight * Math.exp(terms[1] - total);
    double lapsed = weight * Math.exp(terms[2] - total);
    dPlain[o] += right;
    dPlain[2 - o] += wrong;
    double e = BradleyTerry.sigmoid(mistake.in(theta));
    if (o != 1) {
      // ε = σ(e)/2: ∂ln ε = σ(−e), ∂ln(1 − ε) = −σ(e)σ(−e)/2/(1 − ε)
      mistake.add(dTheta, wrong * (1 - e) - right * 0.5 * e * (1 - e) / (1 - 0.5 * e));
    }
    double l = BradleyTerry.sigmoid(lapse.in(theta));
    lapse.add(dTheta, lapsed * (1 - l) - (right + wrong) * l);
    return total;
  }

  /** Carries ∂/∂ln P back through the softmax to utilities and parameters. */
  private void back(
      double[] g, double[] plain, double z, double[] theta, double[] dUtilities, double[] dTheta) {
    double first = Math.exp(plain[0]);
    double tie = Math.exp(plain[1]);
    double second = Math.exp(plain[2]);
    // Each gⱼ(1 − pⱼ) − pⱼ Σ others, with 1 − pⱼ as the sum of the others: nothing cancels.
    double dSecond = g[2] * (first + tie) - second * (g[0] + g[1]);
    double dFirst = g[0] * (second + tie) - first * (g[2] + g[1]);
    double dTie = g[1] * (first + second) - tie * (g[0] + g[2]);
    double dz = (dSecond - dFirst) / 2;
    double scale = Math.exp(-temperature.in(theta));
    dUtilities[1] += dz * scale;
    dUtilities[0] -= dz * scale;
    bias.add(dTheta, dz);
    temperature.add(dTheta, -dz * (z - bias.in(theta)));
    width.add(dTheta, dTie);
  }
}
