package org.strop.sim.rollout;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.TrajectoryInfo;
import org.strop.sim.cell.PeelingCell;
import org.strop.sim.metrics.StateMetrics;

/**
 * Collects one episode as the recorder would: one row per policy tick, the command that answers it
 * in the same row; the row of the last tick holds the last command.
 */
final class EpisodeLog {
  private final String episodeId;
  private final String source;
  private final long seed;
  private final long startNanos;
  private final PeelingCell cell;
  private final Rows state;
  private final Rows wrench;
  private final Rows action;
  private final Rows cut;
  private final float[] observedState = new float[7];
  private final float[] observedWrench = new float[6];
  private final float[] observedCut = new float[4];

  EpisodeLog(String episodeId, String source, long seed, long startNanos, PeelingCell cell) {
    this.episodeId = episodeId;
    this.source = source;
    this.seed = seed;
    this.startNanos = startNanos;
    this.cell = cell;
    int capacity = cell.task().maxTicks() + 1;
    state = new Rows(7, capacity);
    wrench = new Rows(6, capacity);
    action = new Rows(7, capacity);
    cut = new Rows(4, capacity);
  }

  /** Appends the cell's current tick, without an action yet. */
  void observe() {
    cell.observe(observedState, observedWrench, observedCut);
    state.add(observedState);
    wrench.add(observedWrench);
    cut.add(observedCut);
  }

  /** Appends the action of the current tick. */
  void act(float[] executed) {
    action.add(executed);
  }

  float[] state() {
    return observedState;
  }

  float[] wrench() {
    return observedWrench;
  }

  /** Returns the stamp of the current tick, ns. */
  long stamp() {
    return startNanos + cell.tick() * cell.task().tickNanos();
  }

  /** Ends the log; the attributes get the metrics of the produce's state, too. */
  Trajectory finish(Map<String, String> attributes) {
    while (action.count < state.count) {
      action.repeat();
    }
    Map<String, String> all = new LinkedHashMap<>(attributes);
    all.putAll(StateMetrics.of(cell).asAttributes());
    TrajectoryInfo info =
        new TrajectoryInfo(
            episodeId,
            cell.task().robot(),
            cell.task().name(),
            source,
            seed,
            cell.task().policyRateHz(),
            Optional.of(cell.produce().workpiece()),
            all);
    Map<ChannelSpec, FloatMatrix> channels = new LinkedHashMap<>();
    channels.put(Channels.STATE, state.all());
    channels.put(Channels.WRENCH, wrench.all());
    channels.put(Channels.ACTION, action.all());
    channels.put(Channels.CUT, cut.all());
    return new Trajectory(info, stamps(), channels, List.of());
  }

  private long[] stamps() {
    long[] stamps = new long[state.count];
    for (int t = 0; t < stamps.length; t++) {
      stamps[t] = startNanos + t * cell.task().tickNanos();
    }
    return stamps;
  }

  /** Rows of one channel, in one growing array. */
  private static final class Rows {
    private final int cols;
    private float[] values;
    private int count;

    Rows(int cols, int capacity) {
      this.cols = cols;
      values = new float[cols * capacity];
    }

    void add(float[] row) {
      if ((count + 1) * cols > values.length) {
        values = Arrays.copyOf(values, 2 * values.length);
      }
      System.arraycopy(row, 0, values, count * cols, cols);
      count++;
    }

    void repeat() {
      add(Arrays.copyOfRange(values, (count - 1) * cols, count * cols));
    }

    FloatMatrix all() {
      return FloatMatrix.of(count, cols, Arrays.copyOf(values, count * cols));
    }
  }
}
