package org.strop.sim.task;

import java.util.List;
import java.util.Map;
import org.strop.configs.Bounds;
import org.strop.configs.DidYouMean;
import org.strop.configs.SelfChecking;

/**
 * A person's way of peeling, as a script: style drawn for each episode, drift within it, lapses.
 * All ours.
 *
 * @param clearanceM height above the surface at which an episode starts, m
 * @param approachSpeedMPerS speed down to contact, m/s
 * @param contactForceN force at which the hand notices contact, N
 * @param style name of the style that this person has
 * @param styles what there is to choose from
 * @param driftForceN standard deviation of the drift of the force aimed at, N
 * @param driftAngleRad the same of the angle, rad
 * @param driftFeedMPerS the same of the feed speed, m/s
 * @param driftTimeS correlation time of the drift, s
 * @param forceGain share of the force error that a tick corrects, 1
 * @param slopeErrorRad standard deviation of a person's error in seeing the surface's slope, rad
 * @param tremorM standard deviation of hand tremor in z, m
 * @param tremorTimeS correlation time of the tremor, s
 * @param lapsesPerS rate of lapses (a push, a dip, a jerk), 1/s
 * @param lapsePushM size of a push or dip in z, m
 * @param lapseJerkM size of a jerk along the feed, m
 * @param lapseTimeS length of a lapse, s
 * @param leadM furthest that the commanded edge runs ahead of the real one, m
 * @param endErrorM standard deviation of where the stroke is ended, m
 * @param liftSpeedMPerS speed up after the stroke, m/s
 */
public record DemonstratorConfig(
    Range clearanceM,
    Range approachSpeedMPerS,
    @Bounds(min = 0.1, max = 50) double contactForceN,
    String style,
    Map<String, StyleConfig> styles,
    @Bounds(min = 0) double driftForceN,
    @Bounds(min = 0) double driftAngleRad,
    @Bounds(min = 0) double driftFeedMPerS,
    @Bounds(min = 0.05) double driftTimeS,
    @Bounds(min = 0, max = 1) double forceGain,
    @Bounds(min = 0) double slopeErrorRad,
    @Bounds(min = 0) double tremorM,
    @Bounds(min = 0.05) double tremorTimeS,
    @Bounds(min = 0) double lapsesPerS,
    @Bounds(min = 0) double lapsePushM,
    @Bounds(min = 0) double lapseJerkM,
    @Bounds(min = 0.05) double lapseTimeS,
    @Bounds(min = 0.001) double leadM,
    @Bounds(min = 0) double endErrorM,
    @Bounds(min = 0.001) double liftSpeedMPerS)
    implements SelfChecking {
  /** Copies the map. */
  public DemonstratorConfig {
    styles = Map.copyOf(styles);
  }

  @Override
  public void check(Problems problems) {
    if (!styles.containsKey(style)) {
      List<String> names = styles.keySet().stream().sorted().toList();
      String near =
          DidYouMean.nearest(style, names).map(n -> "did you mean " + n + "? ").orElse("");
      problems.add(
          "style", "is " + style + ", which is not in styles", near + "choose of " + names);
    }
  }

  /** Returns the style that this person has. */
  public StyleConfig chosen() {
    StyleConfig chosen = styles.get(style);
    if (chosen == null) {
      throw new IllegalStateException("style " + style + " was not checked");
    }
    return chosen;
  }
}
