package org.strop.reward.label;

import java.util.List;
import org.strop.bridge.trajectory.PreferenceLabel;
import org.strop.bridge.trajectory.ScoreLabel;

/** Labels that are already in memory. */
record FixedLabels(List<PreferenceLabel> preferences, List<ScoreLabel> scores)
    implements LabelSource {
  FixedLabels {
    preferences = List.copyOf(preferences);
    scores = List.copyOf(scores);
  }
}
