package org.strop.reward.label;

import java.util.List;
import org.strop.bridge.trajectory.PreferenceLabel;
import org.strop.bridge.trajectory.ScoreLabel;

/**
 * Where labels come from: the panel's store, a simulated operator, labels carried over from another
 * task. Each label has its provenance and a confidence in [0, 1], which weighs it in training.
 *
 * <p>Both lists hold what stands now: undone labels are left out. The order is stable, so that the
 * same store gives the same model.
 */
public interface LabelSource {
  /** Returns the choices between pairs, including "can't tell". */
  List<PreferenceLabel> preferences();

  /** Returns the scores. */
  List<ScoreLabel> scores();

  /** Returns a source over fixed lists; copied. */
  static LabelSource of(List<PreferenceLabel> preferences, List<ScoreLabel> scores) {
    return new FixedLabels(preferences, scores);
  }
}
