package org.strop.reward.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.strop.reward.pairs.Overlaps;
import org.strop.reward.pairs.PairArrays;

/**
 * Published pairs of segments ({@code .npz}, {@link PairArrays}) for a comparison: states are
 * observations, φ is observation and action. Nothing is known of who answered.
 */
public final class PublishedPairs {
  private PublishedPairs() {}

  /**
   * Returns the labels of a file; its name without the ending is the task.
   *
   * @throws org.strop.configs.StropException as {@link PairArrays#read}
   */
  public static PairLabels read(CompareConfig config, Path file) {
    PairArrays arrays = PairArrays.read(file);
    List<LinearPairs.Labelled> labelled = new ArrayList<>();
    for (int i = 0; i < arrays.count(); i++) {
      labelled.add(
          new LinearPairs.Labelled(
              Comparison.ALL, segment(arrays, 0, i), segment(arrays, 1, i), arrays.labels()[i]));
    }
    String name = file.getFileName().toString().replaceFirst("\\.npz$", "");
    return new LinearPairs(config, name, labelled, Overlaps.groups(arrays), arrays.votes());
  }

  private static LinearPairs.Segment segment(PairArrays arrays, int side, int pair) {
    int width = arrays.observationWidth() + arrays.actionWidth();
    float[][] states = new float[arrays.steps()][arrays.observationWidth()];
    float[][] features = new float[arrays.steps()][width];
    for (int t = 0; t < arrays.steps(); t++) {
      int step = pair * arrays.steps() + t;
      for (int i = 0; i < width; i++) {
        boolean observed = i < arrays.observationWidth();
        int action = step * arrays.actionWidth() + i - arrays.observationWidth();
        double value =
            observed
                ? arrays.observations().get(side)[step * arrays.observationWidth() + i]
                : arrays.actions().get(side)[action];
        features[t][i] = (float) value;
        if (observed) {
          states[t][i] = (float) value;
        }
      }
    }
    // Published segments are cut from longer demonstrations.
    return new LinearPairs.Segment(states, features, false);
  }
}
