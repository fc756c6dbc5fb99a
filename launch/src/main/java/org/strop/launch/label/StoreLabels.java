package org.strop.launch.label;

import java.util.List;
import org.strop.bridge.trajectory.PreferenceLabel;
import org.strop.bridge.trajectory.ScoreLabel;
import org.strop.reward.label.LabelSource;
import org.strop.ui.store.Store;

/** The panel's store as a source of labels for the reward. */
public record StoreLabels(Store store) implements LabelSource {
  @Override
  public List<PreferenceLabel> preferences() {
    return store.preferences();
  }

  @Override
  public List<ScoreLabel> scores() {
    return store.scores();
  }
}
