package org.strop.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.SegmentRef;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.TrajectoryEvent;
import org.strop.bridge.trajectory.TrajectoryInfo;
import org.strop.bridge.trajectory.Workpiece;
import org.strop.ui.store.Query;

/** Peeling attempts made by formula, not by mechanics: something to look at and to store. */
public final class SyntheticAttempts {
  private static final double RATE_HZ = 20;
  private static final String[] KINDS = {"cucumber", "apple", "potato"};

  private SyntheticAttempts() {}

  /** Returns n attempts, named attempt-0 and so on; the same for the same seed. */
  public static List<Trajectory> make(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Trajectory> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      all.add(attempt("attempt-" + i, KINDS[(i / 2) % KINDS.length], random.split()));
    }
    return all;
  }

  /** Returns queries over neighbours: 0 with 1, 2 with 3, and so on. */
  public static List<Query> pairs(List<Trajectory> attempts) {
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i + 1 < attempts.size(); i += 2) {
      queries.add(
          new Query(
              "query-" + i / 2,
              SegmentRef.whole(attempts.get(i)),
              SegmentRef.whole(attempts.get(i + 1))));
    }
    return queries;
  }

  private static Trajectory attempt(String id, String kind, SplittableRandom random) {
    Workpiece workpiece = workpiece(kind, random);
    int steps = 120 + random.nextInt(40);
    long[] stamps = new long[steps];
    List<float[]> state = new ArrayList<>();
    List<float[]> wrench = new ArrayList<>();
    List<float[]> cut = new ArrayList<>();
    List<TrajectoryEvent> events = new ArrayList<>();
    double level = 0.0006 + 0.0012 * random.nextDouble();
    double phase = random.nextDouble() * 6;
    int gougeAt = random.nextInt(3) == 0 ? steps / 2 + random.nextInt(20) : -1;
    for (int t = 0; t < steps; t++) {
      stamps[t] = 1_000_000_000L + t * 50_000_000L;
      double u = t / (steps - 1.0);
      boolean in = u > 0.1 && u < 0.92;
      double thickness = in ? level * (1 + 0.5 * Math.sin(phase + 9 * u)) : 0;
      boolean gouge = gougeAt >= 0 && t >= gougeAt && t < gougeAt + 6;
      state.add(pose(workpiece, u, in ? thickness : -0.012, 0.45 + 0.1 * Math.sin(phase + 5 * u)));
      wrench.add(force(in ? 3 + thickness * 4000 + (gouge ? 8 : 0) : 0, random));
      cut.add(
          new float[] {
            (float) thickness,
            (float) (in ? 0.014 + thickness : 0),
            in ? 0.001f : 0f,
            gouge ? 0.0025f : 0f
          });
      if (t == gougeAt) {
        events.add(new TrajectoryEvent(stamps[t], "gouge", "cut into the flesh"));
      }
    }
    Map<ChannelSpec, FloatMatrix> channels = new LinkedHashMap<>();
    channels.put(Channels.STATE, FloatMatrix.ofRows(7, state));
    channels.put(Channels.WRENCH, FloatMatrix.ofRows(6, wrench));
    channels.put(Channels.CUT, FloatMatrix.ofRows(4, cut));
    TrajectoryInfo info =
        new TrajectoryInfo(
            id, "gantry", "peeling", "base", 1, RATE_HZ, Optional.of(workpiece), Map.of());
    return new Trajectory(info, stamps, channels, events);
  }

  private static Workpiece workpiece(String kind, SplittableRandom random) {
    boolean round = kind.equals("apple");
    double length = round ? 0.08 : kind.equals("potato") ? 0.11 : 0.2;
    double radius = round ? 0.04 : kind.equals("potato") ? 0.03 : 0.022;
    double wobble = random.nextDouble() * 6;
    List<float[]> profile = new ArrayList<>();
    int n = 41;
    for (int i = 0; i < n; i++) {
      double u = i / (n - 1.0);
      double bow = Math.pow(1 - Math.pow(Math.abs(2 * u - 1), round ? 2 : 4), 0.5);
      double r = radius * (0.25 + 0.75 * bow) + 0.0012 * Math.sin(wobble + 11 * u);
      profile.add(new float[] {(float) (length * u), (float) (0.05 + r), (float) r});
    }
    return new Workpiece(kind, FloatMatrix.ofRows(3, profile), 0.0008);
  }

  /** Edge at the surface, sunk by depth; pitched about y. */
  private static float[] pose(Workpiece workpiece, double u, double depth, double pitch) {
    FloatMatrix profile = workpiece.profile();
    double at = Math.max(0, Math.min(1, u)) * (profile.rows() - 1);
    int i = Math.min((int) at, profile.rows() - 2);
    double w = at - i;
    double x = profile.get(i, 0) * (1 - w) + profile.get(i + 1, 0) * w;
    double z = profile.get(i, 1) * (1 - w) + profile.get(i + 1, 1) * w;
    return new float[] {
      (float) x,
      0f,
      (float) (z - depth),
      0f,
      (float) Math.sin(pitch / 2),
      0f,
      (float) Math.cos(pitch / 2)
    };
  }

  private static float[] force(double newton, SplittableRandom random) {
    double noise = 0.3 * (random.nextDouble() - 0.5);
    return new float[] {
      (float) (-0.5 * newton + noise), 0.05f, (float) (newton + noise), 0f, 0.02f, 0f
    };
  }
}
