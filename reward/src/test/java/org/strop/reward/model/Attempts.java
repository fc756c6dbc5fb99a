package org.strop.reward.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.Choice;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.PreferenceLabel;
import org.strop.bridge.trajectory.Provenance;
import org.strop.bridge.trajectory.ScoreLabel;
import org.strop.bridge.trajectory.SegmentRef;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.TrajectoryInfo;

/**
 * Synthetic attempts: the blade presses with a force that wanders about a style of its own; whoever
 * judges likes 10 N. The strip's thickness follows the force.
 */
final class Attempts {
  private static final Provenance PERSON = new Provenance("simulated", "test", 0, -1, 1);

  private final List<Trajectory> trajectories = new ArrayList<>();
  private final List<Double> quality = new ArrayList<>();
  private final SplittableRandom random;

  Attempts(int episodes, int steps, long seed) {
    this.random = new SplittableRandom(seed);
    for (int e = 0; e < episodes; e++) {
      add("a" + e, steps);
    }
  }

  private void add(String id, int steps) {
    float[] state = new float[steps * 7];
    float[] wrench = new float[steps * 6];
    float[] action = new float[steps * 7];
    float[] cut = new float[steps * 4];
    double style = 4 + 12 * random.nextDouble();
    double liked = 0;
    for (int t = 0; t < steps; t++) {
      double force = style + 2 * random.nextGaussian();
      state[t * 7] = 0.001f * t;
      state[t * 7 + 2] = (float) (0.04 + 1e-4 * random.nextGaussian());
      state[t * 7 + 6] = 1;
      System.arraycopy(state, t * 7, action, t * 7, 7);
      action[t * 7 + 2] -= (float) (force / 1200);
      wrench[t * 6 + 2] = (float) (force + 0.2 * random.nextGaussian());
      cut[t * 4] = (float) (1e-4 * force);
      liked += like(force) / steps;
    }
    Map<ChannelSpec, FloatMatrix> channels = new LinkedHashMap<>();
    channels.put(Channels.STATE, FloatMatrix.of(steps, 7, state));
    channels.put(Channels.WRENCH, FloatMatrix.of(steps, 6, wrench));
    channels.put(Channels.ACTION, FloatMatrix.of(steps, 7, action));
    channels.put(Channels.CUT, FloatMatrix.of(steps, 4, cut));
    long[] stamps = IntStream.range(0, steps).mapToLong(t -> t * 50_000_000L).toArray();
    TrajectoryInfo info =
        new TrajectoryInfo(id, "arm", "peel", "test", 1, 20, Optional.empty(), Map.of());
    trajectories.add(new Trajectory(info, stamps, channels, List.of()));
    quality.add(liked);
  }

  private static double like(double force) {
    return Math.exp(-Math.pow((force - 10) / 3, 2));
  }

  List<Trajectory> trajectories() {
    return trajectories;
  }

  double quality(int episode) {
    return quality.get(episode);
  }

  /** Returns pairs whose better one by quality is chosen. */
  List<PreferenceLabel> choices(int n) {
    return IntStream.range(0, n)
        .mapToObj(
            i -> {
              int a = random.nextInt(trajectories.size());
              int b = (a + 1 + random.nextInt(trajectories.size() - 1)) % trajectories.size();
              boolean second = quality(b) > quality(a);
              return choice(i, a, b, second ? Choice.SECOND : Choice.FIRST);
            })
        .toList();
  }

  /** Returns the same pairs with answers of a coin. */
  List<PreferenceLabel> coins(int n) {
    return choices(n).stream()
        .map(
            l ->
                new PreferenceLabel(
                    l.labelId(),
                    l.first(),
                    l.second(),
                    random.nextBoolean() ? Choice.FIRST : Choice.SECOND,
                    PERSON))
        .toList();
  }

  PreferenceLabel choice(int id, int first, int second, Choice choice) {
    return new PreferenceLabel(
        "c" + id,
        SegmentRef.whole(trajectories.get(first)),
        SegmentRef.whole(trajectories.get(second)),
        choice,
        PERSON);
  }

  List<ScoreLabel> scores() {
    return IntStream.range(0, trajectories.size())
        .mapToObj(
            e ->
                new ScoreLabel(
                    "s" + e,
                    SegmentRef.whole(trajectories.get(e)),
                    (int) Math.round(9 * quality(e)),
                    Set.of(),
                    PERSON))
        .toList();
  }

  /** Returns the scores of several operators, each off the true one by its points. */
  List<ScoreLabel> scoresOf(Map<String, Integer> offsets) {
    List<ScoreLabel> all = new ArrayList<>();
    offsets.forEach(
        (operator, offset) -> {
          Provenance said = new Provenance("simulated", operator, 0, -1, 1);
          for (int e = 0; e < trajectories.size(); e++) {
            int score = (int) Math.round(9 * quality(e)) + offset;
            all.add(
                new ScoreLabel(
                    "s" + e + operator,
                    SegmentRef.whole(trajectories.get(e)),
                    Math.max(0, Math.min(9, score)),
                    Set.of(),
                    said));
          }
        });
    return all;
  }

  /** Returns a trajectory without one of its channels. */
  static Trajectory without(Trajectory t, ChannelSpec channel) {
    Map<ChannelSpec, FloatMatrix> channels = new LinkedHashMap<>();
    for (ChannelSpec spec : t.specs()) {
      if (!spec.equals(channel)) {
        channels.put(spec, t.channel(spec));
      }
    }
    return new Trajectory(t.info(), t.stampsNanos(), channels, t.events());
  }
}
