package org.strop.sim.operator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.TrajectoryInfo;
import org.strop.bridge.trajectory.Workpiece;

/** Peels that no mechanics made: what is asserted about operators outlives changes of the cell. */
final class MadeUpPeels {
  private static final int STEPS = 80;

  private MadeUpPeels() {}

  static List<Trajectory> cucumbers(int n) {
    List<Trajectory> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      all.add(cucumber(i));
    }
    return all;
  }

  private static Trajectory cucumber(int number) {
    SplittableRandom random = new SplittableRandom(number);
    double feed = 0.018 + 0.02 * random.nextDouble();
    double thickness = 0.0003 + 0.0012 * random.nextDouble();
    double force = 8 + 10 * random.nextDouble();
    float[] state = new float[STEPS * 7];
    float[] wrench = new float[STEPS * 6];
    float[] cut = new float[STEPS * 4];
    for (int t = 0; t < STEPS; t++) {
      state[7 * t] = (float) (feed * t * 0.05);
      state[7 * t + 6] = 1;
      wrench[6 * t + 2] = (float) (force + random.nextDouble());
      boolean strip = t > 5 && random.nextInt(20) > 0;
      cut[4 * t] = strip ? (float) (thickness + 0.0002 * random.nextDouble()) : 0;
    }
    Map<ChannelSpec, FloatMatrix> channels = new LinkedHashMap<>();
    channels.put(Channels.STATE, FloatMatrix.of(STEPS, 7, state));
    channels.put(Channels.WRENCH, FloatMatrix.of(STEPS, 6, wrench));
    channels.put(Channels.ACTION, FloatMatrix.of(STEPS, 7, state));
    channels.put(Channels.CUT, FloatMatrix.of(STEPS, 4, cut));
    return new Trajectory(info(number), stamps(), channels, List.of());
  }

  private static TrajectoryInfo info(int number) {
    float[] profile = {0, 0.04f, 0.02f, 0.12f, 0.04f, 0.02f};
    Workpiece piece = new Workpiece("cucumber", FloatMatrix.of(2, 3, profile), 0.0004);
    return new TrajectoryInfo(
        "made-up-" + number, "none", "peeling", "none", number, 20, Optional.of(piece), Map.of());
  }

  private static long[] stamps() {
    long[] stamps = new long[STEPS];
    for (int t = 0; t < STEPS; t++) {
      stamps[t] = t * 50_000_000L;
    }
    return stamps;
  }
}
