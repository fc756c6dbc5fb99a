package org.strop.reward.likelihood;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a person said about one, two or more segments. */
public sealed interface Answer {
  /** Returns how many segments it speaks of. */
  int segments();

  /**
   * A choice between two segments.
   *
   * @param label 1 where the second is preferred, 0 the first, ½ a tie; in between it is soft: the
   *     weight between a tie and the nearer side
   */
  record Choice(double label) implements Answer {
    /** Checks the label. */
    public Choice {
      if (!(label >= 0 && label <= 1)) {
        throw new IllegalArgumentException("label is " + label + ", but must be in [0, 1]");
      }
    }

    @Override
    public int segments() {
      return 2;
    }
  }

  /**
   * A score of one segment.
   *
   * @param score 0 (worst) and up; people's are 0 to 9
   */
  record Score(int score) implements Answer {
    /** Checks the score. */
    public Score {
      if (score < 0) {
        throw new IllegalArgumentException("score is " + score + ", but must be at least 0");
      }
    }

    @Override
    public int segments() {
      return 1;
    }
  }

  /**
   * An order of a list of segments, best first.
   *
   * @param groups indices of segments; those in one group are tied. Segments that no group names
   *     are below all that are named, in no order: that is a top-k answer
   * @param segments length of the list, at least 2
   */
  record Ranking(List<List<Integer>> groups, int segments) implements Answer {
    /** Copies the lists; checks that each index is in range and comes once. */
    public Ranking {
      groups = groups.stream().map(List::copyOf).toList();
      Set<Integer> seen = new HashSet<>();
      for (List<Integer> group : groups) {
        for (int index : group) {
          if (index < 0 || index >= segments || !seen.add(index)) {
            throw new IllegalArgumentException(groups + " does not order " + segments);
          }
        }
      }
      if (segments < 2 || groups.isEmpty() || groups.stream().anyMatch(List::isEmpty)) {
        throw new IllegalArgumentException(groups + " does not order " + segments);
      }
    }

    /** Returns a whole order without ties. */
    public static Ranking of(int... bestFirst) {
      return new Ranking(
          java.util.Arrays.stream(bestFirst).mapToObj(List::of).toList(), bestFirst.length);
    }
  }
}
