package org.strop.reward.likelihood;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * The learned parameters of a model: their names, priors and natural units; fixed ones take no
 * place in θ. Filled while a model is built, not changed afterwards.
 */
final class Slots {
  /** Rates stay this far inside (0, max) in logit, so that every term keeps a gradient. */
  private static final double MAX_LOGIT = 500;

  private final List<Slot> learned = new ArrayList<>();

  /** A parameter: its place in θ, or −1 with the value that it is fixed to. */
  record Slot(
      String name,
      int place,
      double fixed,
      double mean,
      double precision,
      double betaLabels,
      DoubleUnaryOperator natural) {
    /** Returns the coordinate: the prior's for fixed ones, else from θ. */
    double in(double[] theta) {
      return place < 0 ? fixed : theta[place];
    }

    /** Adds to the gradient of this coordinate, where it is learned. */
    void add(double[] gradient, double value) {
      if (place >= 0) {
        gradient[place] += value;
      }
    }
  }

  /** Adds a real parameter; {@code natural} maps it to what people read. */
  Slot level(String name, Level level, DoubleUnaryOperator natural) {
    if (level instanceof Level.Learned l) {
      return keep(
          new Slot(
              name, learned.size(), 0, l.mean(), 1 / (l.deviation() * l.deviation()), 0, natural));
    }
    return new Slot(name, -1, ((Level.Fixed) level).value(), 0, 0, 0, natural);
  }

  /** Adds a rate = max·σ(coordinate); a rate fixed to 0 has the coordinate −∞. */
  Slot rate(String name, Rate rate, double max) {
    DoubleUnaryOperator natural = x -> max * BradleyTerry.sigmoid(x);
    double share = (rate instanceof Rate.Learned l ? l.mean() : ((Rate.Fixed) rate).value()) / max;
    if (share >= 1) {
      throw new IllegalArgumentException(name + " must be below " + max);
    }
    double logit = Math.log(share) - Math.log1p(-share);
    if (rate instanceof Rate.Learned l) {
      return keep(new Slot(name, learned.size(), 0, logit, 0, l.labels(), natural));
    }
    return new Slot(name, -1, logit, 0, 0, 0, natural);
  }

  private Slot keep(Slot slot) {
    learned.add(slot);
    return slot;
  }

  List<String> names() {
    return learned.stream().map(Slot::name).toList();
  }

  double[] initial() {
    return learned.stream().mapToDouble(Slot::mean).toArray();
  }

  void requireLength(double[] theta) {
    if (theta.length != learned.size()) {
      throw new IllegalArgumentException(
          theta.length + " parameters, but the model has " + names());
    }
    LogMath.requireNumbers(theta, "theta");
  }

  /** −½ Σ ((θ − mean)/deviation)² for levels, n(m ln σ(θ) + (1 − m) ln σ(−θ)) for rates. */
  double logPrior(double[] theta, double[] gradient) {
    double sum = 0;
    for (Slot slot : learned) {
      double x = theta[slot.place];
      double d = x - slot.mean;
      sum -= 0.5 * d * d * slot.precision;
      double g = -d * slot.precision;
      if (slot.betaLabels > 0) {
        double m = BradleyTerry.sigmoid(slot.mean);
        sum += slot.betaLabels * (m * LogMath.logSigmoid(x) + (1 - m) * LogMath.logSigmoid(-x));
        g += slot.betaLabels * (m * BradleyTerry.sigmoid(-x) - (1 - m) * BradleyTerry.sigmoid(x));
      }
      gradient[slot.place] += g;
    }
    return sum;
  }

  Map<String, Double> describe(double[] theta) {
    Map<String, Double> map = new LinkedHashMap<>();
    learned.forEach(s -> map.put(s.name, s.natural.applyAsDouble(theta[s.place])));
    return map;
  }

  static double clampLogit(double x) {
    return Math.max(-MAX_LOGIT, Math.min(MAX_LOGIT, x));
  }
}
