package org.strop.sim.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.TrajectoryInfo;
import org.strop.sim.PeelingTask;
import org.strop.sim.cell.PeelingCell;
import org.strop.sim.task.TaskConfig;

/** Metrics of strokes written by hand: 120 mm along a cucumber in 120 steps of 1 mm. */
class PeelMetricsTest {
  private final TaskConfig task = PeelingTask.load();
  private final float[] thickness = new float[121];
  private final float[] gouge = new float[121];
  private final float[] force = new float[121];

  PeelMetricsTest() {
    java.util.Arrays.fill(thickness, 0.001f);
    java.util.Arrays.fill(force, 10);
  }

  private PeelMetrics metrics() {
    int n = thickness.length;
    float[] state = new float[7 * n];
    float[] wrench = new float[6 * n];
    float[] cut = new float[4 * n];
    for (int t = 0; t < n; t++) {
      state[7 * t] = 0.001f * t;
      state[7 * t + 6] = 1;
      wrench[6 * t + 2] = force[t];
      cut[4 * t] = thickness[t];
      cut[4 * t + 1] = thickness[t] > 0 ? 0.012f : 0;
      cut[4 * t + 3] = gouge[t];
    }
    Map<ChannelSpec, FloatMatrix> channels = new LinkedHashMap<>();
    channels.put(Channels.STATE, FloatMatrix.of(n, 7, state));
    channels.put(Channels.WRENCH, FloatMatrix.of(n, 6, wrench));
    channels.put(Channels.CUT, FloatMatrix.of(n, 4, cut));
    long[] stamps = new long[n];
    for (int t = 0; t < n; t++) {
      stamps[t] = t * 50_000_000L;
    }
    TrajectoryInfo info =
        new TrajectoryInfo(
            "hand",
            "r",
            "peeling",
            "hand",
            1,
            20,
            Optional.of(new PeelingCell(task, "cucumber", 1).produce().workpiece()),
            Map.of());
    return PeelMetrics.of(new Trajectory(info, stamps, channels, List.of()), task);
  }

  @Test
  void anEvenStripSucceeds() {
    PeelMetrics m = metrics();
    assertThat(m.success()).isTrue();
    assertThat(m.coverage()).isCloseTo(1, within(1e-6));
    assertThat(m.meanThicknessM()).isCloseTo(0.001, within(1e-9));
    assertThat(m.thicknessSpreadM()).isCloseTo(0, within(1e-8));
    assertThat(m.feedMPerS()).isCloseTo(0.02, within(2e-4));
    assertThat(m.durationS()).isEqualTo(6);
    assertThat(m.meanForceN()).isEqualTo(10);
    assertThat(m.jerkRmsMPerS3()).isLessThan(1e-3); // float rounding of x, times rate³
    double skin = new PeelingCell(task, "cucumber", 1).produce().workpiece().skinThicknessM();
    double flesh = 2.0 / 3 * 0.012 * (0.001 - skin) * 0.12;
    assertThat(m.fleshWastedM3()).isCloseTo(flesh, within(1e-4 * flesh));
  }

  @Test
  void gapsInTheStripAreTearsAndMissedLength() {
    for (int t = 40; t < 50; t++) {
      thickness[t] = 0;
    }
    thickness[80] = 0;
    PeelMetrics m = metrics();
    assertThat(m.tears()).isEqualTo(2);
    assertThat(m.missedM()).isCloseTo(0.011, within(1e-6));
    assertThat(m.success()).isFalse();
  }

  @Test
  void eachConditionOfSuccessCounts() {
    gouge[60] = 0.0003f;
    gouge[61] = 0.0004f;
    assertThat(metrics().gouges()).isEqualTo(1);
    assertThat(metrics().deepestGougeM()).isCloseTo(0.0004, within(1e-9));
    assertThat(metrics().success()).isFalse();
    gouge[60] = 0;
    gouge[61] = 0;
    force[30] = 26;
    assertThat(metrics().success()).isFalse();
    assertThat(metrics().timeOverLimitS()).isCloseTo(0.05, within(1e-9));
    force[30] = 10;
    assertThat(metrics().success()).isTrue();
    java.util.Arrays.fill(thickness, 0.0003f);
    assertThat(metrics().success()).isFalse();
    for (int t = 0; t < thickness.length; t++) {
      thickness[t] = t % 2 == 0 ? 0.0005f : 0.0013f;
    }
    assertThat(metrics().success()).as("uneven").isFalse();
  }

  @Test
  void coverageAndMissedLengthAddUpToTheStroke() {
    thickness[70] = 0;
    PeelMetrics m = metrics();
    assertThat(m.missedM() + m.coverage() * 0.12).isCloseTo(0.12, within(1e-9));
    assertThat(m.asMap()).containsEntry("success", 1.0).containsEntry("tears", 1.0);
  }
}
