package org.strop.bridge.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.ObservationWindow;
import org.strop.bridge.trajectory.PolicySpec;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * The last steps of an episode, as a policy's window wants them. Before enough steps are there, the
 * first is repeated. Used by the run loop and by in-process rollouts alike. Not thread-safe.
 */
public final class ObservationHistory {
  private final List<ChannelSpec> channels;
  private final int windowSteps;
  private final float[] poses;
  private final float[] wrenches;
  private long stampNanos;
  private long steps;

  /**
   * Creates an empty history.
   *
   * @throws StropException if the policy reads a channel that an arm does not observe
   */
  public ObservationHistory(PolicySpec spec) {
    for (ChannelSpec channel : spec.observations()) {
      if (!isState(channel) && !isWrench(channel)) {
        throw new StropException(
            ErrorCode.CONFIG,
            "the policy reads channel " + channel.key() + ", which the robot does not observe.",
            "policy " + spec.name(),
            "Use a policy of observation.state and observation.wrench.");
      }
    }
    channels = spec.observations();
    windowSteps = spec.windowSteps();
    poses = new float[windowSteps * 7];
    wrenches = new float[windowSteps * 6];
  }

  /** Adds one step; the oldest is forgotten. Allocates nothing. */
  public void add(Observation observation) {
    int repeats = steps == 0 ? windowSteps : 1;
    for (int i = 0; i < repeats; i++) {
      push(poses, observation.pose, 7);
      push(wrenches, observation.wrench, 6);
    }
    stampNanos = observation.stampNanos;
    steps++;
  }

  /** Forgets everything, for a new episode. */
  public void clear() {
    steps = 0;
  }

  /** Returns whether no step was added since the start or {@link #clear}. */
  public boolean isEmpty() {
    return steps == 0;
  }

  /**
   * Returns the window that ends at the newest step.
   *
   * @param seed of the decision, see {@link DecisionSeed}
   * @throws IllegalStateException if there is no step yet
   */
  public ObservationWindow window(long seed) {
    if (isEmpty()) {
      throw new IllegalStateException("no observation yet");
    }
    Map<String, FloatMatrix> values = new HashMap<>();
    for (ChannelSpec channel : channels) {
      float[] rows = isState(channel) ? poses : wrenches;
      values.put(channel.key(), FloatMatrix.of(windowSteps, channel.width(), rows));
    }
    return new ObservationWindow(stampNanos, values, seed);
  }

  private static void push(float[] rows, double[] row, int width) {
    System.arraycopy(rows, width, rows, 0, rows.length - width);
    for (int i = 0; i < width; i++) {
      rows[rows.length - width + i] = (float) row[i];
    }
  }

  private static boolean isState(ChannelSpec channel) {
    return channel.key().equals(Channels.STATE.key()) && channel.width() == 7;
  }

  private static boolean isWrench(ChannelSpec channel) {
    return channel.key().equals(Channels.WRENCH.key()) && channel.width() == 6;
  }
}
