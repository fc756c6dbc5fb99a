package org.strop.policy.actor;

import java.util.Arrays;
import java.util.List;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * Recorded steps (o_t, a_t) of one or more episodes as flat rows, in the units of their channels.
 * Every value is finite. Immutable.
 */
public final class Steps {
  private final ActorChannels channels;
  private final float[] observations;
  private final float[] actions;
  private final int[] episodeEnds;

  private Steps(ActorChannels channels, float[] observations, float[] actions, int[] episodeEnds) {
    this.channels = channels;
    this.observations = observations;
    this.actions = actions;
    this.episodeEnds = episodeEnds;
  }

  /**
   * Returns steps over copies of arrays.
   *
   * @param observations row-major [N, Do]
   * @param actions row-major [N, Da]
   * @param episodeEnds row after the last of each episode, ascending; the last one is N
   * @throws StropException {@code MISSING_DATA} if there is no step, {@code CORRUPT_DATA} if a
   *     value is not finite; names step and component
   * @throws IllegalArgumentException if the lengths do not fit
   */
  public static Steps of(
      ActorChannels channels, float[] observations, float[] actions, int[] episodeEnds) {
    int n = observations.length / channels.observationWidth();
    if (n == 0) {
      throw new StropException(
          ErrorCode.MISSING_DATA,
          "there are no steps to learn from",
          "the data of " + channels.action().key(),
          "record or import some episodes first");
    }
    requireShape(channels, observations, actions, episodeEnds, n);
    Steps steps = new Steps(channels, observations.clone(), actions.clone(), episodeEnds.clone());
    steps.requireFinite("observation", steps.observations, channels.observationWidth());
    steps.requireFinite("action", steps.actions, channels.actionWidth());
    return steps;
  }

  private static void requireShape(
      ActorChannels channels, float[] observations, float[] actions, int[] ends, int n) {
    boolean ascending = ends.length > 0 && ends[0] > 0 && ends[ends.length - 1] == n;
    for (int e = 1; e < ends.length; e++) {
      ascending &= ends[e] > ends[e - 1];
    }
    if (observations.length != n * channels.observationWidth()
        || actions.length != n * channels.actionWidth()
        || !ascending) {
      throw new IllegalArgumentException(
          observations.length
              + " observation values of width "
              + channels.observationWidth()
              + ", "
              + actions.length
              + " action values of width "
              + channels.actionWidth()
              + ", episodes ending at "
              + Arrays.toString(ends));
    }
  }

  /**
   * Returns all steps of trajectories.
   *
   * @param channels that each trajectory has
   */
  public static Steps of(ActorChannels channels, List<Trajectory> trajectories) {
    int n = trajectories.stream().mapToInt(Trajectory::length).sum();
    float[] observations = new float[n * channels.observationWidth()];
    float[] actions = new float[n * channels.actionWidth()];
    int[] ends = new int[trajectories.size()];
    int row = 0;
    for (int e = 0; e < ends.length; e++) {
      Trajectory trajectory = trajectories.get(e);
      int column = 0;
      for (ChannelSpec spec : channels.observations()) {
        copy(trajectory.channel(spec), observations, row, channels.observationWidth(), column);
        column += spec.width();
      }
      copy(trajectory.channel(channels.action()), actions, row, channels.actionWidth(), 0);
      row += trajectory.length();
      ends[e] = row;
    }
    return of(channels, observations, actions, ends);
  }

  private static void copy(FloatMatrix from, float[] to, int row, int width, int column) {
    for (int t = 0; t < from.rows(); t++) {
      from.copyRow(t, to, (row + t) * width + column);
    }
  }

  private void requireFinite(String what, float[] values, int width) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        int row = i / width;
        int episode = episodeOf(row);
        int start = episode == 0 ? 0 : episodeEnds[episode - 1];
        throw new StropException(
            ErrorCode.CORRUPT_DATA,
            "component " + i % width + " of the " + what + " is " + values[i],
            "episode " + episode + ", step " + (row - start),
            "leave the episode out; a value that is not a number cannot be learnt from");
      }
    }
  }

  private int episodeOf(int row) {
    int found = Arrays.binarySearch(episodeEnds, row + 1);
    return found >= 0 ? found : -found - 1;
  }

  /** Returns N. */
  public int size() {
    return actions.length / channels.actionWidth();
  }

  /** Returns what the columns are. */
  public ActorChannels channels() {
    return channels;
  }

  /** Returns a copy of the observations, row-major [N, Do]. */
  public float[] observations() {
    return observations.clone();
  }

  /** Returns a copy of the actions, row-major [N, Da]. */
  public float[] actions() {
    return actions.clone();
  }

  /** Returns a copy of the rows after each episode's last. */
  public int[] episodeEnds() {
    return episodeEnds.clone();
  }
}
