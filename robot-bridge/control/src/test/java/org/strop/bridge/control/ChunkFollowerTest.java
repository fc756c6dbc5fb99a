package org.strop.bridge.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.strop.bridge.control.ChunkFollower.Verdict;
import org.strop.bridge.trajectory.ActionChunk;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.ObservationWindow;
import org.strop.bridge.trajectory.PolicySpec;

class ChunkFollowerTest {
  private static final long STEP = 50;
  private final ChunkFollower follower = new ChunkFollower(4);
  private final double[] out = new double[7];

  private static ActionChunk chunk(long stamp, int rows, int first) {
    float[] values = new float[rows * 7];
    for (int r = 0; r < rows; r++) {
      values[r * 7] = first + r;
    }
    return new ActionChunk(stamp, STEP, FloatMatrix.of(rows, 7, values));
  }

  @Test
  void actionsAreExecutedByTheirStamps() {
    assertThat(follower.offer(chunk(1000, 8, 0), 1000)).isEqualTo(Verdict.TAKEN);
    for (int k = 0; k < 4; k++) {
      assertThat(follower.remaining(1000 + k * STEP)).isEqualTo(4 - k);
      assertThat(follower.action(1000 + k * STEP + 10, out)).isTrue();
      assertThat(out[0]).isEqualTo(k);
    }
    assertThat(follower.action(1000 + 4 * STEP, out)).isFalse(); // past Ta, although 8 came
    assertThat(follower.action(900, out)).isFalse(); // not begun yet
  }

  @Test
  void lateAndOutdatedChunksAreDroppedAndCounted() {
    assertThat(follower.offer(chunk(1000, 4, 0), 1000 + 4 * STEP)).isEqualTo(Verdict.LATE);
    assertThat(follower.action(1000 + 4 * STEP, out)).isFalse();
    assertThat(follower.offer(chunk(2000, 4, 10), 2000)).isEqualTo(Verdict.TAKEN);
    assertThat(follower.offer(chunk(1950, 4, 20), 2000)).isEqualTo(Verdict.OUTDATED);
    assertThat(follower.action(2000, out)).isTrue();
    assertThat(out[0]).isEqualTo(10);
    assertThat(follower.lateChunks()).isEqualTo(1);
    assertThat(follower.outdatedChunks()).isEqualTo(1);
  }

  @Test
  void aChunkThatComesInTimeButLateSkipsWhatIsPast() {
    assertThat(follower.offer(chunk(1000, 4, 0), 1000 + 2 * STEP)).isEqualTo(Verdict.TAKEN);
    assertThat(follower.action(1000 + 2 * STEP, out)).isTrue();
    assertThat(out[0]).isEqualTo(2);
  }

  @Test
  void malformedChunksAreRefused() {
    ActionChunk narrow = new ActionChunk(0, STEP, FloatMatrix.of(1, 6, new float[6]));
    ActionChunk still = new ActionChunk(0, 0, FloatMatrix.of(1, 7, new float[7]));
    assertThat(follower.offer(narrow, 0)).isEqualTo(Verdict.MALFORMED);
    assertThat(follower.offer(still, 0)).isEqualTo(Verdict.MALFORMED);
    assertThat(follower.offer(chunk(0, 0, 0), 0)).isEqualTo(Verdict.MALFORMED);
  }

  @Test
  void firstObservationIsRepeatedUntilTheWindowIsFull() {
    PolicySpec spec =
        new PolicySpec("p", List.of(Channels.STATE, Channels.WRENCH), Channels.ACTION, 3, 4, 20);
    ObservationHistory history = new ObservationHistory(spec);
    Observation observation = new Observation();
    for (int k = 1; k <= 4; k++) {
      observation.pose[0] = k;
      observation.wrench[5] = -k;
      observation.stampNanos = 100L + k;
      history.add(observation);
      ObservationWindow window = history.window(7);
      Map<String, FloatMatrix> channels = window.channels();
      FloatMatrix states = Objects.requireNonNull(channels.get("observation.state"));
      FloatMatrix wrenches = Objects.requireNonNull(channels.get("observation.wrench"));
      for (int r = 0; r < 3; r++) {
        float expected = Math.max(1, k - 2 + r);
        assertThat(states.get(r, 0)).isEqualTo(expected);
        assertThat(wrenches.get(r, 5)).isEqualTo(-expected);
      }
      assertThat(window.stampNanos()).isEqualTo(100 + k);
      assertThat(window.seed()).isEqualTo(7);
    }
  }

  @Test
  void decisionSeedsDifferByEpisodeAndByDecision() {
    assertThat(DecisionSeed.of(1, 0)).isEqualTo(DecisionSeed.of(1, 0));
    assertThat(DecisionSeed.of(1, 0)).isNotEqualTo(DecisionSeed.of(1, 1));
    assertThat(DecisionSeed.of(1, 0)).isNotEqualTo(DecisionSeed.of(2, 0));
  }
}
