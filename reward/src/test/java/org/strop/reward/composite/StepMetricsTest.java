package org.strop.reward.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.TrajectoryInfo;
import org.strop.reward.composite.MetricConfig.Direction;

class StepMetricsTest {
  private static final double F32 = 1e-4;

  @Test
  void quantitiesAreWhatTheySay() {
    Trajectory t = trajectory(true);
    assertThat(Quantity.FORCE_N.of(t)).containsExactly(5, 5, 13, 13, 13);
    // (3, 4, 0) to (5, 12, 0) at 10 Hz
    assertClose(Quantity.FORCE_RATE_N_PER_S.of(t), 0, 0, 10 * Math.sqrt(68), 0, 0);
    // x = 0, 1, 4, 9, 17 mm
    assertClose(Quantity.SPEED_M_PER_S.of(t), 0, 0.01, 0.03, 0.05, 0.08);
    // third differences: 9 - 12 + 3 - 0 = 0, 17 - 27 + 12 - 1 = 1 mm
    assertClose(Quantity.JERK_M_PER_S3.of(t), 0, 0, 0, 0, 1);
    assertClose(Quantity.THICKNESS_M.of(t), 0, 0.0005, 0.001, 0.002, Double.NaN);
    assertClose(Quantity.STRIP.of(t), 0, 1, 1, 1, Double.NaN);
    assertClose(Quantity.SLIP_M_PER_S.of(t), 0.1, 0, 0, 0, 0);
    assertClose(Quantity.GOUGE_M.of(t), 0, 0, 0, 0.003, 0);
  }

  @Test
  void shapesAreWhatTheySay() {
    assertThat(new Shape.Level().of(-2)).isEqualTo(-2);
    assertThat(new Shape.Over(3).of(5)).isEqualTo(2);
    assertThat(new Shape.Over(3).of(1)).isZero();
    assertThat(new Shape.Under(3).of(1)).isEqualTo(2);
    assertThat(new Shape.Under(3).of(5)).isZero();
    Shape band = new Shape.Band(1, 2, 0.5);
    assertThat(band.of(1)).isEqualTo(1);
    assertThat(band.of(2)).isEqualTo(1);
    assertThat(band.of(2.5)).isCloseTo(Math.exp(-0.5), within(1e-12));
    assertThat(band.of(0)).isCloseTo(Math.exp(-2), within(1e-12));
    assertThat(band.of(Double.NaN)).isNaN();
  }

  @Test
  void metricsAreTurnedSoThatMoreIsBetterAndSortedByWhoKnowsThem() {
    StepMetrics metrics =
        new StepMetrics(
            List.of(
                metric("thick", Quantity.THICKNESS_M, new Shape.Over(0.0008), Direction.DOWN),
                metric("push", Quantity.FORCE_N, new Shape.Over(6), Direction.DOWN),
                metric("slip", Quantity.SLIP_M_PER_S, new Shape.Level(), Direction.DOWN),
                metric("fast", Quantity.SPEED_M_PER_S, new Shape.Level(), Direction.UP)));
    assertThat(metrics.observed()).extracting(MetricConfig::name).containsExactly("push", "fast");
    assertThat(metrics.labelSide()).extracting(MetricConfig::name).containsExactly("thick", "slip");
    FloatMatrix observed = metrics.observed(trajectory(false));
    assertThat(observed.row(2)).containsExactly(new float[] {-7, 0.03f}, within(1e-6f));
    FloatMatrix known = metrics.labelSide(trajectory(true));
    assertThat(known.row(2)).containsExactly(new float[] {-0.0002f, 0}, within(1e-6f));
    FloatMatrix unknown = metrics.labelSide(trajectory(false));
    assertThat(unknown.row(2)).containsExactly(Float.NaN, Float.NaN);
  }

  private static MetricConfig metric(String name, Quantity q, Shape shape, Direction direction) {
    return new MetricConfig(name, q, shape, direction);
  }

  private static void assertClose(double[] actual, double... expected) {
    assertThat(actual).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      if (Double.isNaN(expected[i])) {
        assertThat(actual[i]).isNaN();
      } else {
        assertThat(actual[i]).isCloseTo(expected[i], within(F32 * (1 + Math.abs(expected[i]))));
      }
    }
  }

  private static Trajectory trajectory(boolean withCut) {
    float[] x = {0, 0.001f, 0.004f, 0.009f, 0.017f};
    float[] state = new float[5 * 7];
    float[] wrench = new float[5 * 6];
    for (int t = 0; t < 5; t++) {
      state[t * 7] = x[t];
      state[t * 7 + 6] = 1;
      wrench[t * 6] = t < 2 ? 3 : 5;
      wrench[t * 6 + 1] = t < 2 ? 4 : 12;
    }
    float nan = Float.NaN;
    float[] cut = {
      0, 0, 0.1f, 0, 0.0005f, 0.01f, 0, 0, 0.001f, 0.01f, 0, 0, 0.002f, 0.01f, 0, 0.003f, nan, nan,
      0, 0
    };
    Map<ChannelSpec, FloatMatrix> channels = new java.util.LinkedHashMap<>();
    channels.put(Channels.STATE, FloatMatrix.of(5, 7, state));
    channels.put(Channels.WRENCH, FloatMatrix.of(5, 6, wrench));
    if (withCut) {
      channels.put(Channels.CUT, FloatMatrix.of(5, 4, cut));
    }
    TrajectoryInfo info =
        new TrajectoryInfo("e", "arm", "peel", "test", 1, 10, Optional.empty(), Map.of());
    return new Trajectory(info, new long[] {0, 1, 2, 3, 4}, channels, List.of());
  }
}
