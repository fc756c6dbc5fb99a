package org.strop.bridge.control.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.FloatMatrix;

/**
 * Puts the samples of several topics on one grid of ticks.
 *
 * <p>Positions and wrenches are interpolated on a line, orientations on the short arc, commands
 * hold until the next. Where the clock was set back, the episode falls into parts too. A sample
 * exactly on a tick passes bit by bit. A tick between two samples further apart than the longest
 * gap is not covered, nor is one before the first or after the last sample, nor one whose command
 * is older than the longest gap and one step. Where ticks inside the episode are not covered, the
 * episode falls into parts; uncovered ticks at its ends are trimmed. Parts of a single step are
 * dropped: they hold no transition.
 */
final class Aligner {
  /** One covered stretch of an episode. */
  record Part(int fromTick, int toTick, Map<ChannelSpec, FloatMatrix> channels) {}

  /** The covered stretches in order, and everything that was not covered. */
  record Result(List<Part> parts, List<Gap> gaps) {}

  private static final int MIN_STEPS = 2;

  private final Grid grid;
  private final long maxGapNanos;
  private final List<AlignedChannel> channels;
  private final Map<Gap, Gap> gaps = new LinkedHashMap<>();

  private Aligner(Grid grid, long maxGapNanos, List<AlignedChannel> channels) {
    this.grid = grid;
    this.maxGapNanos = maxGapNanos;
    this.channels = channels;
  }

  static Result align(Grid grid, long maxGapNanos, List<AlignedChannel> channels) {
    return new Aligner(grid, maxGapNanos, channels).run();
  }

  private Result run() {
    List<Part> parts = new ArrayList<>();
    List<List<float[]>> rows = emptyRows();
    for (int k = 0; k < grid.ticks(); k++) {
      if (k > 0 && clockSetBack(grid.tick(k - 1), grid.tick(k))) {
        close(k, rows, parts);
        rows = emptyRows();
      }
      Optional<float[][]> row = rowsAt(grid.tick(k));
      if (row.isPresent()) {
        append(row.get(), rows);
      }
      if (row.isEmpty() || k == grid.ticks() - 1) {
        close(row.isEmpty() ? k : k + 1, rows, parts);
        rows = emptyRows();
      }
    }
    return new Result(parts, List.copyOf(gaps.keySet()));
  }

  /** Notes where the clock was set back between two ticks; returns whether it was. */
  private boolean clockSetBack(long from, long to) {
    int before = gaps.size();
    for (AlignedChannel channel : channels) {
      channel
          .series()
          .breakIn(from, to)
          .ifPresent(
              stamp -> {
                Gap gap = new Gap(channel.topic(), stamp, to, true);
                gaps.put(gap, gap);
              });
    }
    return gaps.size() > before;
  }

  private static void append(float[][] row, List<List<float[]>> rows) {
    for (int c = 0; c < row.length; c++) {
      rows.get(c).add(row[c]);
    }
  }

  private void close(int end, List<List<float[]>> rows, List<Part> parts) {
    int length = rows.get(0).size();
    if (length < MIN_STEPS) {
      return;
    }
    Map<ChannelSpec, FloatMatrix> matrices = new LinkedHashMap<>();
    for (int c = 0; c < channels.size(); c++) {
      ChannelSpec spec = channels.get(c).spec();
      matrices.put(spec, FloatMatrix.ofRows(spec.width(), rows.get(c)));
    }
    parts.add(new Part(end - length, end, matrices));
  }

  private List<List<float[]>> emptyRows() {
    List<List<float[]>> rows = new ArrayList<>();
    channels.forEach(channel -> rows.add(new ArrayList<>()));
    return rows;
  }

  /** Returns one row per channel, or nothing where a channel does not cover the tick. */
  private Optional<float[][]> rowsAt(long tick) {
    float[][] rows = new float[channels.size()][];
    boolean covered = true;
    for (int c = 0; c < rows.length; c++) {
      AlignedChannel channel = channels.get(c);
      double[] row = new double[channel.spec().width()];
      boolean found =
          channel.blend() == Blend.HOLD ? hold(channel, tick, row) : at(channel, tick, row);
      covered &= found;
      rows[c] = toFloats(row);
    }
    return covered ? Optional.of(rows) : Optional.empty();
  }

  private boolean hold(AlignedChannel channel, long tick, double[] row) {
    TopicSeries series = channel.series();
    long latest = tick == grid.endNanos() && tick > grid.startNanos() ? tick - 1 : tick;
    int last = series.after(latest) - 1;
    if (last < 0 || tick - series.stamp(last) > maxGapNanos + grid.stepNanos()) {
      return uncovered(channel, last);
    }
    series.copyRow(last, row);
    return true;
  }

  private boolean at(AlignedChannel channel, long tick, double[] row) {
    TopicSeries series = channel.series();
    int before = series.after(tick) - 1;
    if (before >= 0 && series.stamp(before) == tick) {
      series.copyRow(before, row);
      return true;
    }
    if (before < 0 || before + 1 >= series.size()) {
      return uncovered(channel, before);
    }
    long span = series.stamp(before + 1) - series.stamp(before);
    if (span > maxGapNanos) {
      return uncovered(channel, before);
    }
    double[] a = new double[row.length];
    double[] b = new double[row.length];
    series.copyRow(before, a);
    series.copyRow(before + 1, b);
    channel.blend().between(a, b, (tick - series.stamp(before)) / (double) span, row);
    return true;
  }

  private boolean uncovered(AlignedChannel channel, int before) {
    TopicSeries series = channel.series();
    long from = before < 0 ? grid.startNanos() : series.stamp(before);
    long to = before + 1 < series.size() ? series.stamp(before + 1) : grid.endNanos();
    Gap gap = new Gap(channel.topic(), from, Math.max(from, to));
    gaps.putIfAbsent(gap, gap);
    return false;
  }

  private static float[] toFloats(double[] row) {
    float[] floats = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      floats[i] = (float) row[i];
    }
    return floats;
  }
}
