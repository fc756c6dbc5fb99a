package org.strop.bridge.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One episode at a fixed rate: T stamps and, for each channel, a [T, width] matrix. Immutable.
 *
 * <p>Stamps are nanoseconds of the robot's clock and rise strictly. Every channel has T rows.
 * Values may be NaN only where a channel was not observed.
 */
public final class Trajectory {
  private final TrajectoryInfo info;
  private final long[] stampNanos;
  private final SortedMap<String, ChannelSpec> specs = new TreeMap<>();
  private final SortedMap<String, FloatMatrix> channels = new TreeMap<>();
  private final List<TrajectoryEvent> events;

  /**
   * Creates a trajectory and checks it.
   *
   * @param stampNanos length T, strictly rising; copied
   * @param channels each [T, width of its spec]
   * @throws IllegalArgumentException on a stamp that does not rise, or a shape that does not fit
   */
  public Trajectory(
      TrajectoryInfo info,
      long[] stampNanos,
      Map<ChannelSpec, FloatMatrix> channels,
      List<TrajectoryEvent> events) {
    this.info = info;
    this.stampNanos = stampNanos.clone();
    this.events = List.copyOf(events);
    for (int t = 1; t < stampNanos.length; t++) {
      if (stampNanos[t] <= stampNanos[t - 1]) {
        throw new IllegalArgumentException(info.episodeId() + ": stamps do not rise at step " + t);
      }
    }
    channels.forEach(this::put);
  }

  private void put(ChannelSpec spec, FloatMatrix values) {
    if (values.rows() != stampNanos.length || values.cols() != spec.width()) {
      throw new IllegalArgumentException(
          info.episodeId()
              + ", channel "
              + spec.key()
              + ": expected ["
              + stampNanos.length
              + ", "
              + spec.width()
              + "], found "
              + values);
    }
    if (specs.put(spec.key(), spec) != null) {
      throw new IllegalArgumentException("channel " + spec.key() + " is given twice");
    }
    channels.put(spec.key(), values);
  }

  /** Returns where this trajectory comes from. */
  public TrajectoryInfo info() {
    return info;
  }

  /** Returns T, the number of steps. */
  public int length() {
    return stampNanos.length;
  }

  /** Returns the stamp of step t, ns. */
  public long stampNanos(int t) {
    return stampNanos[t];
  }

  /** Returns a copy of all stamps, ns. */
  public long[] stampsNanos() {
    return stampNanos.clone();
  }

  /** Returns the channels' specs, ordered by key. */
  public List<ChannelSpec> specs() {
    return new ArrayList<>(specs.values());
  }

  /** Returns the values of a channel, shape [T, width], if there is one of that key. */
  public Optional<FloatMatrix> find(String key) {
    return Optional.ofNullable(channels.get(key));
  }

  /**
   * Returns the values of a channel, shape [T, width].
   *
   * @throws IllegalArgumentException if there is none of that key; names those there are
   */
  public FloatMatrix channel(String key) {
    return find(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    info.episodeId() + " has no channel " + key + "; it has " + channels.keySet()));
  }

  /** Returns the values of a channel, shape [T, width]; see {@link #channel(String)}. */
  public FloatMatrix channel(ChannelSpec spec) {
    return channel(spec.key());
  }

  /** Returns what happened, in the order recorded. */
  public List<TrajectoryEvent> events() {
    return events;
  }

  /** Returns this trajectory with one channel added or replaced. */
  public Trajectory with(ChannelSpec spec, FloatMatrix values) {
    Map<ChannelSpec, FloatMatrix> all = new java.util.LinkedHashMap<>();
    specs.forEach(
        (key, s) -> {
          if (!key.equals(spec.key())) {
            all.put(s, channel(key));
          }
        });
    all.put(spec, values);
    return new Trajectory(info, stampNanos, all, events);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Trajectory o
        && info.equals(o.info)
        && java.util.Arrays.equals(stampNanos, o.stampNanos)
        && specs.equals(o.specs)
        && channels.equals(o.channels)
        && events.equals(o.events);
  }

  @Override
  public int hashCode() {
    return 31 * info.hashCode() + java.util.Arrays.hashCode(stampNanos);
  }

  @Override
  public String toString() {
    return "Trajectory[" + info.episodeId() + ", T=" + length() + ", " + channels.keySet() + "]";
  }
}
