package org.strop.reward.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.TrajectoryInfo;
import org.strop.configs.StropException;

class CartesianForceFeaturesTest {
  private static final Offset<Float> F32 = within(1e-5f);
  private static final float HALF = (float) Math.sqrt(0.5);

  /** Two steps; the second turned by 90° about z, moved 1 cm in x, commanded 2 cm deeper. */
  private static final float[] STATE = {0, 0, 0.1f, 0, 0, 0, 1, 0.01f, 0, 0.1f, 0, 0, HALF, HALF};

  private static final float[] ACTION = {0, 0, 0.1f, 0, 0, 0, 1, 0.01f, 0, 0.08f, 0, 0, HALF, HALF};
  private static final float[] WRENCH = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

  private final CartesianForceFeatures features = new CartesianForceFeatures(2);

  @Test
  void aRowHoldsPoseMotionCommandAndWrenchHistory() {
    FloatMatrix rows = features.of(trajectory(STATE, ACTION));
    assertThat(rows.cols()).isEqualTo(features.width()).isEqualTo(33);
    float[] row = rows.row(1);
    assertSlice(row, 0, 0.01f, 0, 0.1f);
    assertSlice(row, 3, 0, 1, 0, -1, 0, 0); // columns of Rz(90°)
    assertSlice(row, 9, 0.2f, 0, 0); // 1 cm in 50 ms
    assertSlice(row, 12, 0, 0, (float) (20 * Math.PI / 2));
    assertSlice(row, 15, 0, 0, -0.02f);
    assertSlice(row, 18, 0, 0, 0);
    assertSlice(row, 21, 7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6);
    assertSlice(rows.row(0), 9, 0, 0, 0, 0, 0, 0); // no motion before the first step
    assertSlice(rows.row(0), 27, 1, 2, 3, 4, 5, 6);
  }

  @Test
  void quaternionsOfOppositeSignAreTheSameRotation() {
    float[] flipped = STATE.clone();
    for (int i = 10; i < 14; i++) {
      flipped[i] = -flipped[i];
    }
    FloatMatrix expected = features.of(trajectory(STATE, ACTION));
    FloatMatrix found = features.of(trajectory(flipped, ACTION));
    for (int t = 0; t < 2; t++) {
      assertSlice(found.row(t), 0, expected.row(t));
    }
  }

  @Test
  void aRowDoesNotDependOnLaterSteps() {
    float[] other = STATE.clone();
    other[7] = 5;
    assertThat(features.of(trajectory(other, ACTION)).row(0))
        .isEqualTo(features.of(trajectory(STATE, ACTION)).row(0));
  }

  @Test
  void aValueThatIsNoNumberIsNamed() {
    float[] broken = STATE.clone();
    broken[8] = Float.NaN;
    Trajectory trajectory = trajectory(broken, ACTION);
    assertThatThrownBy(() -> features.of(trajectory))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("observation.state[1] is NaN")
        .hasMessageContaining("episode e1, step 1");
  }

  @Test
  void aMissingChannelIsNamed() {
    Trajectory bare =
        new Trajectory(
            info(),
            new long[1],
            Map.of(Channels.STATE, FloatMatrix.of(1, 7, new float[7])),
            List.of());
    assertThatThrownBy(() -> features.of(bare))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("no channel observation.wrench");
  }

  @Test
  void scalingCentresAndCutsOffAndLeavesConstantsAlone() {
    FeatureScaling scaling = FeatureScaling.fit(new float[] {1, 7, 3, 7, 5, 7, 7, 7}, 2, 2);
    float[] rows = {4, 7, 4 + (float) Math.sqrt(5), 7.5f, 1000, 7};
    scaling.apply(rows);
    assertSlice(rows, 0, 0, 0, 1, 0.5f, 2, 0);
  }

  private static void assertSlice(float[] row, int from, float... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(row[from + i]).as("value %d", from + i).isCloseTo(expected[i], F32);
    }
  }

  private static Trajectory trajectory(float[] state, float[] action) {
    Map<ChannelSpec, FloatMatrix> channels =
        Map.of(
            Channels.STATE, FloatMatrix.of(2, 7, state),
            Channels.WRENCH, FloatMatrix.of(2, 6, WRENCH),
            Channels.ACTION, FloatMatrix.of(2, 7, action));
    return new Trajectory(info(), new long[] {0, 50_000_000}, channels, List.of());
  }

  private static TrajectoryInfo info() {
    return new TrajectoryInfo("e1", "arm", "test", "test", 1, 20, Optional.empty(), Map.of());
  }
}
