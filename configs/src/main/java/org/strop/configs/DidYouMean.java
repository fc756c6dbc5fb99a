package org.strop.configs;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the valid spelling that a wrong name was probably meant to be. */
public final class DidYouMean {
  private DidYouMean() {}

  /**
   * Returns the choice with the smallest edit distance (insert, delete, replace, swap of
   * neighbours; Damerau 1964, restricted), if that is at most a third of the length of the name,
   * and at least 2. Ties go to the first in alphabetical order.
   */
  public static Optional<String> nearest(String name, Collection<String> choices) {
    int limit = Math.max(2, name.length() / 3);
    return choices.stream()
        .filter(choice -> Math.abs(choice.length() - name.length()) <= limit)
        .filter(choice -> distance(name, choice) <= limit)
        .min(
            Comparator.<String>comparingInt(choice -> distance(name, choice))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Returns the edit distance of two names. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 ? j : j == 0 ? i : step(a, b, d, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(String a, String b, int[][] d, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1);
    best = Math.min(best, d[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
