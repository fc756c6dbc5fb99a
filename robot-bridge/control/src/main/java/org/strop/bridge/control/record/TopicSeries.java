package org.strop.bridge.control.record;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * The samples of one topic in memory: stamps that rise strictly, and a row of values for each.
 *
 * <p>A sample that comes out of order is put in its place; one with a stamp that is already there,
 * or with a value that is not finite, is left out; all are counted. At most {@code maxSamples} are
 * held: then the oldest go. Where stamps go back by more than {@code maxBackNanos}, the robot's
 * clock was set: the samples are left out until they are later again, and the place is marked. Not
 * thread-safe.
 */
final class TopicSeries {
  private static final int FIRST_CAPACITY = 256;

  private final int width;
  private final int maxSamples;
  private final long maxBackNanos;
  private final TreeSet<Long> breaks = new TreeSet<>();
  private long[] stamps = new long[FIRST_CAPACITY];
  private double[] values;
  private int from;
  private int size;
  private long outOfOrder;
  private long duplicates;
  private long nonFinite;
  private long forgotten;
  private long overlapping;

  TopicSeries(int width, int maxSamples) {
    this(width, maxSamples, Long.MAX_VALUE);
  }

  TopicSeries(int width, int maxSamples, long maxBackNanos) {
    this.maxBackNanos = maxBackNanos;
    this.width = width;
    this.maxSamples = maxSamples;
    values = new double[FIRST_CAPACITY * width];
  }

  /** Adds a sample; {@code row} has the series' width and is copied. */
  void add(long stampNanos, double[] row) {
    if (!Arrays.stream(row).allMatch(Double::isFinite)) {
      nonFinite++;
      return;
    }
    if (size > 0 && lastStamp() - stampNanos > maxBackNanos) {
      breaks.add(lastStamp());
      overlapping++;
      return;
    }
    int at = after(stampNanos);
    if (at > 0 && stamp(at - 1) == stampNanos) {
      duplicates++;
      return;
    }
    if (at < size) {
      outOfOrder++;
    }
    if (size == maxSamples) {
      forgotten++;
      if (at == 0) {
        return; // older than everything held
      }
      dropFirst(1);
      at--;
    }
    insert(at, stampNanos, row);
  }

  int size() {
    return size;
  }

  int width() {
    return width;
  }

  long stamp(int i) {
    return stamps[from + i];
  }

  /** Returns the stamp of the newest sample, or Long.MIN_VALUE without one. */
  long lastStamp() {
    return size == 0 ? Long.MIN_VALUE : stamp(size - 1);
  }

  double value(int i, int component) {
    return values[(from + i) * width + component];
  }

  void copyRow(int i, double[] out) {
    System.arraycopy(values, (from + i) * width, out, 0, width);
  }

  /** Returns the number of samples with stamps up to and including the given one. */
  int after(long stampNanos) {
    if (size == 0 || stampNanos >= lastStamp()) {
      return size;
    }
    int found = Arrays.binarySearch(stamps, from, from + size, stampNanos);
    return found >= 0 ? found - from + 1 : -found - 1 - from;
  }

  /** Returns the stamp in [from, to) after which the clock was set back, if any. */
  OptionalLong breakIn(long from, long to) {
    Long found = breaks.ceiling(from);
    return found != null && found < to ? OptionalLong.of(found) : OptionalLong.empty();
  }

  /** Forgets the samples before a stamp, and starts counting anew. */
  void startAt(long stampNanos) {
    dropFirst(stampNanos == Long.MIN_VALUE ? 0 : after(stampNanos - 1));
    outOfOrder = 0;
    duplicates = 0;
    nonFinite = 0;
    forgotten = 0;
    overlapping = 0;
    breaks.headSet(stampNanos).clear();
  }

  TopicReport report(String topic, double promisedHz, long startNanos, long endNanos) {
    int first = after(startNanos - 1);
    int n = after(endNanos) - first;

    double measuredHz = n < 2 ? 0 : (n - 1) * 1e9 / (stamp(first + n - 1) - stamp(first));
    return new TopicReport(
        topic,
        n,
        measuredHz,
        promisedHz,
        outOfOrder,
        duplicates,
        nonFinite,
        forgotten,
        overlapping);
  }

  private void dropFirst(int n) {
    from += n;
    size -= n;
  }

  private void insert(int at, long stampNanos, double[] row) {
    makeRoom();
    int index = from + at;
    System.arraycopy(stamps, index, stamps, index + 1, size - at);
    System.arraycopy(values, index * width, values, (index + 1) * width, (size - at) * width);
    stamps[index] = stampNanos;
    System.arraycopy(row, 0, values, index * width, width);
    size++;
  }

  /**
   * Moves to the front when at least half is free there, else doubles: constant time on average.
   */
  private void makeRoom() {
    if (from + size < stamps.length) {
      return;
    }
    int capacity = from >= stamps.length / 2 ? stamps.length : 2 * stamps.length;
    long[] newStamps = new long[capacity];
    double[] newValues = new double[capacity * width];
    System.arraycopy(stamps, from, newStamps, 0, size);
    System.arraycopy(values, from * width, newValues, 0, size * width);
    stamps = newStamps;
    values = newValues;
    from = 0;
  }
}
