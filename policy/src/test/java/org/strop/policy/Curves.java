package org.strop.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.ObservationWindow;
import org.strop.bridge.trajectory.PolicySpec;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.TrajectoryInfo;

/**
 * A small task for tests: the commanded point runs along x and is pulled to a height that depends
 * on the force felt. Every episode has its own force and speed.
 */
public final class Curves {
  private Curves() {}

  /** Returns n demonstrations of 40 steps at 20 Hz. */
  public static List<Trajectory> demonstrations(int n, long seed) {
    List<Trajectory> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      all.add(demonstration("demo-" + i, seed + i, 0));
    }
    return all;
  }

  /** Returns one, with a constant added to the z of its actions. */
  public static Trajectory demonstration(String id, long seed, double shiftM) {
    SplittableRandom random = new SplittableRandom(seed);
    int steps = 40;
    double force = 5 + 5 * random.nextDouble();
    double speed = 0.02 + 0.02 * random.nextDouble();
    float[] state = new float[steps * 7];
    float[] wrench = new float[steps * 6];
    float[] action = new float[steps * 7];
    double z = 0.05;
    for (int t = 0; t < steps; t++) {
      double goal = 0.03 + 0.001 * force;
      double command = z + 0.2 * (goal - z) + shiftM;
      put(state, t * 7, speed * t / 20, z);
      put(action, t * 7, speed * (t + 1) / 20, command);
      wrench[t * 6 + 2] = (float) (force + 0.05 * random.nextGaussian());
      z = command;
    }
    Map<ChannelSpec, FloatMatrix> channels = new LinkedHashMap<>();
    channels.put(Channels.STATE, FloatMatrix.of(steps, 7, state));
    channels.put(Channels.WRENCH, FloatMatrix.of(steps, 6, wrench));
    channels.put(Channels.ACTION, FloatMatrix.of(steps, 7, action));
    long[] stamps = new long[steps];
    for (int t = 0; t < steps; t++) {
      stamps[t] = 50_000_000L * t;
    }
    TrajectoryInfo info =
        new TrajectoryInfo(id, "arm", "curve", "test", seed, 20, Optional.empty(), Map.of());
    return new Trajectory(info, stamps, channels, List.of());
  }

  private static void put(float[] rows, int at, double x, double z) {
    rows[at] = (float) x;
    rows[at + 1] = 0.01f; // constant
    rows[at + 2] = (float) z;
    rows[at + 6] = 1;
  }

  /** Returns the window that a policy sees at a step. */
  public static ObservationWindow window(
      PolicySpec spec, Trajectory trajectory, int step, long seed) {
    Map<String, FloatMatrix> channels = new LinkedHashMap<>();
    for (ChannelSpec channel : spec.observations()) {
      List<float[]> rows = new ArrayList<>();
      for (int k = spec.windowSteps() - 1; k >= 0; k--) {
        rows.add(trajectory.channel(channel).row(Math.max(0, step - k)));
      }
      channels.put(channel.key(), FloatMatrix.ofRows(channel.width(), rows));
    }
    return new ObservationWindow(trajectory.stampNanos(step), channels, seed);
  }
}
