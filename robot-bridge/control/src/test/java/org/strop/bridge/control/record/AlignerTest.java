package org.strop.bridge.control.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.strop.bridge.control.Poses;
import org.strop.bridge.control.Properties;
import org.strop.bridge.control.Quaternions;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;

class AlignerTest {
  private static final long MAX_GAP = 100;
  private final TopicSeries pose = new TopicSeries(7, 10_000);
  private final TopicSeries wrench = new TopicSeries(6, 10_000);
  private final TopicSeries command = new TopicSeries(7, 10_000);
  private final List<AlignedChannel> channels =
      List.of(
          new AlignedChannel(Channels.STATE, "/pose", pose, Blend.POSE),
          new AlignedChannel(Channels.WRENCH, "/wrench", wrench, Blend.LINEAR),
          new AlignedChannel(Channels.ACTION, "/command", command, Blend.HOLD));

  private Aligner.Result align(long end) {
    return Aligner.align(new Grid(0, end, 50), MAX_GAP, channels);
  }

  private static FloatMatrix of(Aligner.Part part, ChannelSpec spec) {
    return Objects.requireNonNull(part.channels().get(spec));
  }

  private void fill(TopicSeries series, long from, long to, long step) {
    for (long t = from; t <= to; t += step) {
      double[] row = new double[series.width()];
      row[0] = t;
      row[row.length - 1] = 1;
      series.add(t, row);
    }
  }

  @Test
  void samplesOnTheGridPassBitByBit() {
    Properties.forAll(
        100,
        random -> {
          TopicSeries random100 = new TopicSeries(7, 1000);
          AlignedChannel only = new AlignedChannel(Channels.STATE, "/pose", random100, Blend.POSE);
          double[][] rows = new double[101][];
          for (int k = 0; k <= 100; k++) {
            rows[k] = Poses.random(random, 1);
            random100.add(10L * k, rows[k]);
          }
          Aligner.Part part =
              Aligner.align(new Grid(0, 1000, 50), MAX_GAP, List.of(only)).parts().get(0);
          for (int t = 0; t <= 20; t++) {
            for (int i = 0; i < 7; i++) {
              assertThat(of(part, Channels.STATE).get(t, i)).isEqualTo((float) rows[5 * t][i]);
            }
          }
        });
  }

  @Test
  void betweenSamplesPositionsAreLinearAndOrientationsTurnAtConstantSpeed() {
    double angle = 0.8;
    for (long t = -7; t <= 1100; t += 13) {
      double half = angle * t / 1000 / 2;
      pose.add(t, new double[] {t, 2 * t, -t, Math.sin(half), 0, 0, Math.cos(half)});
      wrench.add(t, new double[] {3 * t, 0, 0, 0, 0, 1});
    }
    fill(command, 0, 1000, 50);
    Aligner.Part part = align(1000).parts().get(0);
    for (int k = 0; k <= 20; k++) {
      double half = angle * 50 * k / 1000 / 2;
      FloatMatrix state = of(part, Channels.STATE);
      assertThat(state.get(k, 1)).isCloseTo(100f * k, within(1e-3f));
      assertThat(state.get(k, 3)).isCloseTo((float) Math.sin(half), within(1e-6f));
      assertThat(state.get(k, 6)).isCloseTo((float) Math.cos(half), within(1e-6f));
      assertThat(of(part, Channels.WRENCH).get(k, 0)).isCloseTo(150f * k, within(1e-3f));
    }
  }

  @Test
  void slerpTurnsAtConstantSpeedTheShortWayRound() {
    Properties.forAll(
        500,
        random -> {
          double[] a = Poses.random(random, 1);
          double[] b = Poses.random(random, 1);
          double[] out = new double[7];
          double s = random.nextDouble();
          Quaternions.slerp(a, 3, b, 3, s, out, 3);
          double whole = Quaternions.angle(a, 3, b, 3);
          assertThat(whole).isBetween(0.0, Math.PI + 1e-12);
          assertThat(Quaternions.norm(out, 3)).isCloseTo(1, within(1e-12));
          assertThat(Quaternions.angle(a, 3, out, 3)).isCloseTo(s * whole, within(1e-9));
          assertThat(Quaternions.angle(out, 3, b, 3)).isCloseTo((1 - s) * whole, within(1e-9));
        });
  }

  @Test
  void commandsHoldAndTheLastRowRepeatsTheLastCommandBeforeTheEnd() {
    fill(pose, 0, 200, 10);
    fill(wrench, 0, 200, 10);
    for (long stamp : new long[] {0, 50, 100, 150, 200}) {
      command.add(stamp + (stamp == 100 ? 20 : 0), new double[] {stamp, 0, 0, 0, 0, 0, 1});
    }
    FloatMatrix action = of(align(200).parts().get(0), Channels.ACTION);
    float[] first = {0, 50, 50, 150, 150};
    for (int k = 0; k < 5; k++) {
      assertThat(action.get(k, 0)).isEqualTo(first[k]);
    }
  }

  @Test
  void longGapSplitsAndShortOneIsBridged() {
    fill(pose, 0, 1000, 10);
    fill(wrench, 0, 320, 10);
    fill(wrench, 400, 610, 10); // 80: bridged
    fill(wrench, 780, 1000, 10); // 170: splits
    fill(command, 0, 1000, 50);
    Aligner.Result result = align(1000);
    assertThat(result.parts()).hasSize(2);
    assertThat(result.parts().get(0).toTick()).isEqualTo(13); // 600 is the last before 610
    assertThat(result.parts().get(1).fromTick()).isEqualTo(16); // 800
    assertThat(result.gaps()).containsExactly(new Gap("/wrench", 610, 780));
    assertThat(result.gaps().get(0).describe(0)).contains("/wrench");
  }

  @Test
  void whatIsNotCoveredAtTheEndsIsTrimmed() {
    fill(pose, 120, 1000, 10);
    fill(wrench, 0, 870, 10);
    fill(command, 0, 1000, 50);
    Aligner.Result result = align(1000);
    assertThat(result.parts()).hasSize(1);
    assertThat(result.parts().get(0).fromTick()).isEqualTo(3);
    assertThat(result.parts().get(0).toTick()).isEqualTo(18);
    assertThat(result.gaps()).hasSize(2);
  }

  @Test
  void aTopicThatNeverCameLeavesNothing() {
    fill(pose, 0, 1000, 10);
    fill(command, 0, 1000, 50);
    assertThat(align(1000).parts()).isEmpty();
    assertThat(align(1000).gaps()).containsExactly(new Gap("/wrench", 0, 1000));
  }

  @Test
  void silentCommandsAreNotHeldForEver() {
    fill(pose, 0, 1000, 10);
    fill(wrench, 0, 1000, 10);
    fill(command, 0, 400, 50);
    Aligner.Result result = align(1000);
    assertThat(result.parts().get(0).toTick()).isEqualTo(12); // 400 + 100 + 50 = 550
  }
}
