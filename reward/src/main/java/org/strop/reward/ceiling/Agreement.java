package org.strop.reward.ceiling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.strop.reward.metrics.Interval;
import org.strop.reward.metrics.Proportion;

/**
 * How often two answers about one pair are the same.
 *
 * @param share of equal ones among two decisive answers, each pair weighted by its answers
 * @param pairs that were answered at least twice decisively
 * @param answers about these pairs
 * @param effective number of pairs of equal weight that is as good: (Σ w)²/Σ w²
 */
public record Agreement(double share, int pairs, int answers, double effective) {
  /** Returns the agreement of answers that may be held against each other; empty without any. */
  static Optional<Agreement> of(List<Vote> votes, BiPredicate<Vote, Vote> comparable) {
    Map<Integer, List<Vote>> byPair = new HashMap<>();
    votes.stream()
        .filter(Vote::decisive)
        .forEach(v -> byPair.computeIfAbsent(v.pair(), p -> new ArrayList<>()).add(v));
    double equal = 0;
    double weights = 0;
    double squares = 0;
    int pairs = 0;
    for (List<Vote> answers : byPair.values()) {
      int same = 0;
      int all = 0;
      for (int i = 0; i < answers.size(); i++) {
        for (int j = 0; j < i; j++) {
          if (comparable.test(answers.get(i), answers.get(j))) {
            all++;
            same += answers.get(i).label() == answers.get(j).label() ? 1 : 0;
          }
        }
      }
      if (all > 0) {
        double weight = answers.size();
        equal += weight * same / all;
        weights += weight;
        squares += weight * weight;
        pairs++;
      }
    }
    return pairs == 0
        ? Optional.empty()
        : Optional.of(
            new Agreement(equal / weights, pairs, (int) weights, weights * weights / squares));
  }

  /** Returns the Wilson interval at 95 %, at the effective number of pairs. */
  public Interval interval() {
    int n = (int) Math.max(1, Math.floor(effective));
    return new Proportion(Math.min(n, share * n), n).wilson();
  }
}
