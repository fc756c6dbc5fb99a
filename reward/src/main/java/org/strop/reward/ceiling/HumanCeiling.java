package org.strop.reward.ceiling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.special.Beta;
import org.strop.reward.metrics.Interval;
import org.strop.reward.metrics.Proportion;

/**
 * The best that any model could do on people's decisive choices.
 *
 * <p>A pair is preferred with probability p over answers. The best accuracy is C = E max(p, 1 − p),
 * and two answers agree with probability A = E(p² + (1 − p)²), so
 *
 * <pre>
 *   A ≤ C ≤ ½(1 + √(2A − 1))                                        p(1 − p) is concave
 *   p ~ Beta(a, a):  A = (a + 1)/(2a + 1),  C = ½ + 4⁻ᵃ/(a B(a, a))       the estimate; ours
 * </pre>
 *
 * <p>Assumes that the pairs that were asked again are like the others, and that answers are
 * independent given the pair: somebody who remembers the first answer makes it too high.
 *
 * @param all agreement of any two answers
 * @param sameOperator of two answers of one operator, where there are such
 * @param betweenOperators of answers of two operators, where there are such
 * @param accuracy the estimate C
 * @param interval of C at 95 %
 * @param bound ½(1 + √(2A − 1)): no model does better, whatever shape p has; 0.5 where A is below ½
 * @param correlation the largest correlation of any prediction with single answers, ties included:
 *     √( cov(y, y')/var(y) ); 0 where answers do not agree at all
 */
public record HumanCeiling(
    Agreement all,
    Optional<Agreement> sameOperator,
    Optional<Agreement> betweenOperators,
    double accuracy,
    Interval interval,
    double bound,
    double correlation) {
  /** What to do where there is no ceiling. */
  public static final String MISSING =
      "human ceiling unknown: no pair was answered twice. Ask some pairs again, or ask two people"
          + " about the same pairs.";

  /** Returns the ceiling; empty where no pair has two decisive answers. */
  public static Optional<HumanCeiling> of(List<Vote> votes) {
    return Agreement.of(votes, (a, b) -> true)
        .map(
            all -> {
              Interval share = all.interval();
              return new HumanCeiling(
                  all,
                  Agreement.of(votes, (a, b) -> a.operator().equals(b.operator())),
                  Agreement.of(votes, (a, b) -> !a.operator().equals(b.operator())),
                  best(all.share()),
                  new Interval(best(share.low()), best(share.high())),
                  0.5 + 0.5 * Math.sqrt(Math.max(0, 2 * all.share() - 1)),
                  correlation(votes));
            });
  }

  /** Returns C for an agreement A under Beta(a, a). */
  static double best(double agreement) {
    if (agreement <= 0.5) {
      return 0.5;
    }
    double a = (1 - agreement) / (2 * agreement - 1);
    return a < 1e-12 ? 1 : 0.5 + Math.exp(-a * Math.log(4) - Math.log(a) - Beta.logBeta(a, a));
  }

  private static double correlation(List<Vote> votes) {
    Map<Integer, List<Vote>> byPair = new HashMap<>();
    votes.forEach(v -> byPair.computeIfAbsent(v.pair(), p -> new ArrayList<>()).add(v));
    double product = 0;
    double square = 0;
    for (List<Vote> answers : byPair.values()) {
      int n = answers.size();
      if (n > 1) {
        double sum = answers.stream().mapToDouble(v -> v.label() - 0.5).sum();
        double own = answers.stream().mapToDouble(v -> Math.pow(v.label() - 0.5, 2)).sum();
        // Σ over two different answers, as a mean per pair, weighted by n as the squares are.
        product += (sum * sum - own) / (n - 1);
        square += own;
      }
    }
    return square == 0 ? 0 : Math.sqrt(Math.max(0, product / square));
  }

  /** Returns the standard error of the accuracy, from its interval. */
  public double standardError() {
    return (interval.high() - interval.low()) / (2 * Proportion.Z95);
  }

  /** Returns a warning where an accuracy is above the ceiling by more than two standard errors. */
  public Optional<String> warning(Proportion found) {
    // Of a model at the ceiling: that of the found accuracy would be 0 for five right of five.
    double error = Math.sqrt(accuracy * (1 - accuracy) / found.n());
    double above = found.value() - accuracy;
    double both = Math.hypot(error, standardError());
    return above > 2 * both
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "accuracy %.3f is above the human ceiling of %.3f by more than two standard errors"
                    + " (%.3f): the labels that it was judged on leak into training, or the pairs"
                    + " that were asked again are harder than the others",
                found.value(),
                accuracy,
                both))
        : Optional.empty();
  }

  /** Returns the ceiling in words. */
  public String words() {
    return String.format(
        Locale.ROOT,
        "human ceiling: accuracy %.3f (95 %% %.3f to %.3f; at most %.3f), correlation %.3f; people"
            + " agree on %.3f of %d pairs that were answered more than once",
        accuracy,
        interval.low(),
        interval.high(),
        bound,
        correlation,
        all.share(),
        all.pairs());
  }

  /** Returns everything by name, ready for JSON. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("accuracy", accuracy);
    map.put("ci", List.of(interval.low(), interval.high()));
    map.put("bound", bound);
    map.put("correlation", correlation);
    map.put("agreement", all.share());
    map.put("agreement_same_operator", sameOperator.map(Agreement::share).orElse(null));
    map.put("agreement_between_operators", betweenOperators.map(Agreement::share).orElse(null));
    map.put("pairs", all.pairs());
    map.put("answers", all.answers());
    return map;
  }
}
