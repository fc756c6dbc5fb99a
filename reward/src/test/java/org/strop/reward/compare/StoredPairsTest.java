package org.strop.reward.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.Choice;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.PreferenceLabel;
import org.strop.bridge.trajectory.Provenance;
import org.strop.bridge.trajectory.SegmentRef;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.TrajectoryInfo;
import org.strop.reward.features.StepFeatures;
import org.strop.reward.label.LabelSource;

class StoredPairsTest {
  private static final int STEPS = 40;

  /** The first two numbers of the tool's pose. */
  private record Place() implements StepFeatures {
    @Override
    public int width() {
      return 2;
    }

    @Override
    public List<String> channels() {
      return List.of(Channels.STATE.key());
    }

    @Override
    public FloatMatrix of(Trajectory trajectory) {
      float[] all = trajectory.channel(Channels.STATE).toArray();
      float[] rows = new float[2 * trajectory.length()];
      for (int t = 0; t < trajectory.length(); t++) {
        System.arraycopy(all, 7 * t, rows, 2 * t, 2);
      }
      return FloatMatrix.of(trajectory.length(), 2, rows);
    }
  }

  private static Trajectory attempt(String id, String source, SplittableRandom random) {
    float[] state = new float[7 * STEPS];
    for (int i = 0; i < state.length; i++) {
      state[i] = (float) random.nextGaussian();
    }
    long[] stamps = IntStream.range(0, STEPS).mapToLong(t -> t * 50_000_000L).toArray();
    TrajectoryInfo info =
        new TrajectoryInfo(id, "arm", "peel", source, 1, 20, Optional.empty(), Map.of());
    FloatMatrix channel = FloatMatrix.of(STEPS, 7, state);
    return new Trajectory(info, stamps, Map.of(Channels.STATE, channel), List.of());
  }

  private static boolean tellsPoliciesApart(String other, int policySteps) {
    SplittableRandom random = new SplittableRandom(1);
    List<Trajectory> attempts = new ArrayList<>();
    List<PreferenceLabel> labels = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      attempts.add(attempt("a" + i, i % 2 == 0 ? "base" : other, random));
      if (i > 0) {
        SegmentRef first = SegmentRef.whole(attempts.get(i - 1));
        SegmentRef second = SegmentRef.whole(attempts.get(i));
        Provenance said = new Provenance("simulated", "ada", 0, -1, 1);
        labels.add(new PreferenceLabel("c" + i, first, second, Choice.FIRST, said));
      }
    }
    CompareConfig config = TestCompare.shipped("policy_steps=" + policySteps);
    List<PairLabels> tasks =
        StoredPairs.of(config, attempts, LabelSource.of(labels, List.of()), new Place());
    int[] all = IntStream.range(0, labels.size()).toArray();
    return tasks.get(0).differences(all).stream().allMatch(d -> d.change().isPresent());
  }

  @Test
  void policiesAreToldApartByTheTrajectorysSource() {
    assertThat(tellsPoliciesApart("refined", 200)).isTrue();
    assertThat(tellsPoliciesApart("base", 200)).isFalse();
    assertThat(tellsPoliciesApart("refined", 100_000)).isFalse();
  }
}
