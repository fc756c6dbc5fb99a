package org.strop.reward.model;

import java.util.List;
import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;

/**
 * Quantitative labels: a trajectory is cut into pieces, each piece's mean strip thickness gives a
 * class, each class a value (Lin et al. 2026; 2 Hz is theirs, classes and values are ours).
 *
 * @param pieceRateHz pieces a second
 * @param edgesM thicknesses that divide the classes, m, rising; n edges make n + 1 classes
 * @param values of the classes, thinnest first, each in [0, 1]; n + 1
 */
public record ThicknessConfig(
    @Bounds(min = 0.01, max = 1000) double pieceRateHz, List<Double> edgesM, List<Double> values)
    implements SelfChecking {
  /** Copies the lists. */
  public ThicknessConfig {
    edgesM = List.copyOf(edgesM);
    values = List.copyOf(values);
  }

  @Override
  public void check(Problems problems) {
    for (int i = 1; i < edgesM.size(); i++) {
      if (!(edgesM.get(i) > edgesM.get(i - 1))) {
        problems.add("edges_m", "does not rise at " + edgesM.get(i), "sort the edges");
      }
    }
    if (values.size() != edgesM.size() + 1) {
      problems.add(
          "values",
          "has " + values.size() + " entries for " + edgesM.size() + " edges",
          "give one value for each class, one more than edges");
    }
    for (double value : values) {
      if (!(value >= 0 && value <= 1)) {
        problems.add("values", "holds " + value + ", but must be in [0, 1]", "keep to [0, 1]");
      }
    }
  }

  /** Returns the value of a mean thickness; a thickness on an edge belongs to the thicker class. */
  double value(double thicknessM) {
    int at = 0;
    while (at < edgesM.size() && thicknessM >= edgesM.get(at)) {
      at++;
    }
    return values.get(at);
  }
}
