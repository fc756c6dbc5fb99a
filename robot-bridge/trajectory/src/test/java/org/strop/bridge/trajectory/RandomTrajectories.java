package org.strop.bridge.trajectory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes trajectories of any shape from a seed, odd values included. */
public final class RandomTrajectories {
  private static final float[] ODD = {
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    -0f,
    0f,
    Float.MIN_VALUE,
    Float.MAX_VALUE
  };

  private RandomTrajectories() {}

  /** Returns a trajectory with a random set of channels, 0 to 40 steps, words and events. */
  public static Trajectory any(SplittableRandom random) {
    List<ChannelSpec> specs = new ArrayList<>();
    for (ChannelSpec spec : choices()) {
      if (random.nextBoolean()) {
        specs.add(spec);
      }
    }
    return of("e" + random.nextInt(1000), random.nextInt(41), specs, random);
  }

  /** Returns a trajectory of the peeling channels, finite values only. */
  public static Trajectory peeling(String id, int steps, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] stamps = new long[steps];
    Map<ChannelSpec, FloatMatrix> channels = new LinkedHashMap<>();
    for (int t = 0; t < steps; t++) {
      stamps[t] = 1_000_000_000L + t * 50_000_000L;
    }
    for (ChannelSpec spec :
        List.of(Channels.STATE, Channels.WRENCH, Channels.ACTION, Channels.CUT)) {
      float[] values = new float[steps * spec.width()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextDouble(-1, 1);
      }
      channels.put(spec, FloatMatrix.of(steps, spec.width(), values));
    }
    return new Trajectory(info(id, random, Optional.empty()), stamps, channels, List.of());
  }

  private static Trajectory of(
      String id, int steps, List<ChannelSpec> specs, SplittableRandom random) {
    long[] stamps = new long[steps];
    long stamp = random.nextLong(-1_000_000_000L, 2_000_000_000_000_000_000L);
    for (int t = 0; t < steps; t++) {
      stamp += random.nextLong(1, 100_000_000L);
      stamps[t] = stamp;
    }
    Map<ChannelSpec, FloatMatrix> channels = new LinkedHashMap<>();
    for (ChannelSpec spec : specs) {
      float[] values = new float[steps * spec.width()];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            random.nextInt(5) == 0
                ? ODD[random.nextInt(ODD.length)]
                : Float.intBitsToFloat(random.nextInt());
      }
      channels.put(spec, FloatMatrix.of(steps, spec.width(), values));
    }
    List<TrajectoryEvent> events = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      events.add(new TrajectoryEvent(random.nextLong(), "gouge", "tief ü " + i));
    }
    Optional<Workpiece> workpiece =
        random.nextBoolean() ? Optional.of(workpiece()) : Optional.empty();
    return new Trajectory(info(id, random, workpiece), stamps, channels, events);
  }

  private static TrajectoryInfo info(
      String id, SplittableRandom random, Optional<Workpiece> workpiece) {
    return new TrajectoryInfo(
        id,
        "gantry",
        "peeling",
        "demonstrator",
        random.nextLong(),
        20,
        workpiece,
        Map.of("split_reason", "gap", "a", "", "z", "ü\n"));
  }

  private static Workpiece workpiece() {
    float[] profile = {0f, 0.02f, 0.02f, 0.1f, 0.021f, 0.019f, 0.2f, 0.02f, 0.02f};
    return new Workpiece("cucumber", FloatMatrix.of(3, 3, profile), 0.0011);
  }

  private static List<ChannelSpec> choices() {
    List<String> joints = List.of("x", "y", "pitch");
    List<String> units = List.of("m", "m", "rad");
    return List.of(
        Channels.STATE,
        Channels.WRENCH,
        Channels.ACTION,
        Channels.CUT,
        new ChannelSpec("observation.joints.position", joints, units, ""),
        new ChannelSpec("observation.joints.velocity", joints, units, ""),
        new ChannelSpec("observation.joints.effort", joints, units, ""),
        new ChannelSpec("next.reward", List.of("reward, \"own\""), List.of("1"), ""));
  }
}
