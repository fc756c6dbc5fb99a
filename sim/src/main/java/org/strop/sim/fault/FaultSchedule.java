package org.strop.sim.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The faults of one episode: the planned ones and those triggered on the way. Times are ns since
 * the start of the episode. One thread, but for {@link #trigger}.
 */
public final class FaultSchedule {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L; // spreads keys over 64 bits

  private record Entry(FaultConfig fault, long originNanos, long key) {
    boolean isOn(long nanos) {
      return fault.isOn(nanos - originNanos);
    }
  }

  private final long seed;
  private final List<Entry> entries = new ArrayList<>();
  private final Queue<FaultConfig> triggered = new ConcurrentLinkedQueue<>();

  /** Creates a schedule of planned faults. */
  public FaultSchedule(List<FaultConfig> planned, long seed) {
    this.seed = seed;
    planned.forEach(fault -> add(fault, 0));
  }

  private void add(FaultConfig fault, long originNanos) {
    entries.add(new Entry(fault, originNanos, entries.size()));
  }

  /** Adds faults that count from the next {@link #advance}. Thread-safe. */
  public void trigger(List<FaultConfig> faults) {
    triggered.addAll(faults);
  }

  /** Takes in what was triggered; called once a policy tick. */
  public void advance(long nanos) {
    for (FaultConfig f = triggered.poll(); f != null; f = triggered.poll()) {
      add(f, nanos);
    }
  }

  /** Returns whether there is no fault, planned or triggered. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Returns whether any fault, at whatever time, may lose or delay a measured pose or wrench. */
  public boolean hitsObservations() {
    return entries.stream().anyMatch(e -> hitsObservations(e.fault));
  }

  private static boolean hitsObservations(FaultConfig fault) {
    List<FaultTopic> topics = List.of();
    if (fault instanceof FaultConfig.SensorDropout dropout
        && dropout.mode() == FaultConfig.Mode.SILENT) {
      topics = dropout.topics();
    } else if (fault instanceof FaultConfig.Latency late) {
      topics = late.topics();
    } else if (fault instanceof FaultConfig.Jitter jitter) {
      topics = jitter.topics();
    } else if (fault instanceof FaultConfig.PacketLoss loss) {
      topics = loss.topics();
    }
    return topics.contains(FaultTopic.POSE) || topics.contains(FaultTopic.WRENCH);
  }

  /** Returns whether a packet of a topic gets through. */
  public boolean delivers(FaultTopic topic, long nanos) {
    for (Entry e : entries) {
      if (e.isOn(nanos) && loses(e, topic, nanos)) {
        return false;
      }
    }
    return true;
  }

  private boolean loses(Entry e, FaultTopic topic, long nanos) {
    if (e.fault instanceof FaultConfig.PacketLoss loss) {
      return loss.topics().contains(topic) && draw(e, topic, nanos) < loss.share();
    }
    return e.fault instanceof FaultConfig.SensorDropout dropout
        && dropout.mode() == FaultConfig.Mode.SILENT
        && dropout.topics().contains(topic);
  }

  /** Returns how late a packet of a topic arrives, ns; at least 0. */
  public long delayNanos(FaultTopic topic, long nanos) {
    double delay = 0;
    for (Entry e : entries) {
      if (!e.isOn(nanos)) {
        continue;
      }
      if (e.fault instanceof FaultConfig.Latency late && late.topics().contains(topic)) {
        delay += late.delayS();
      } else if (e.fault instanceof FaultConfig.Jitter jitter && jitter.topics().contains(topic)) {
        delay += draw(e, topic, nanos) * jitter.maxDelayS();
      }
    }
    return Math.round(1e9 * delay);
  }

  /** Returns how a sensor fails at a time; SILENT where it does not come at all. */
  public Optional<FaultConfig.Mode> failure(FaultTopic topic, long nanos) {
    for (Entry e : entries) {
      if (e.isOn(nanos)
          && e.fault instanceof FaultConfig.SensorDropout dropout
          && dropout.topics().contains(topic)) {
        return Optional.of(dropout.mode());
      }
    }
    return Optional.empty();
  }

  /** Adds the spikes of a time to a force and torque reading, length 6. */
  public void addSpikes(double[] wrench, long nanos) {
    for (Entry e : entries) {
      if (e.isOn(nanos) && e.fault instanceof FaultConfig.ForceSpike spike) {
        wrench[0] += spike.fxN();
        wrench[1] += spike.fyN();
        wrench[2] += spike.fzN();
      }
    }
  }

  /** Returns by how much the clock is off at a time, ns. */
  public long clockOffsetNanos(long nanos) {
    long offset = 0;
    for (Entry e : entries) {
      if (e.isOn(nanos) && e.fault instanceof FaultConfig.ClockJump jump) {
        offset += Math.round(1e9 * jump.jumpS());
      }
    }
    return offset;
  }

  /** Returns whether a joint is stuck at a time. */
  public boolean isStuck(String joint, long nanos) {
    return entries.stream().anyMatch(e -> isStuck(e, nanos) && named(e).equals(joint));
  }

  /** Returns whether a drive reports that it is stuck. */
  public boolean isReported(long nanos) {
    return entries.stream()
        .anyMatch(
            e ->
                isStuck(e, nanos)
                    && e.fault instanceof FaultConfig.StuckJoint stuck
                    && stuck.reported());
  }

  private static boolean isStuck(Entry e, long nanos) {
    return e.fault instanceof FaultConfig.StuckJoint && e.isOn(nanos);
  }

  private static String named(Entry e) {
    return e.fault instanceof FaultConfig.StuckJoint stuck ? stuck.joint() : "";
  }

  /** A draw in [0, 1) that depends on seed, fault, topic and packet alone. */
  @SuppressWarnings("EnumOrdinal") // a key in memory only, never stored
  private double draw(Entry e, FaultTopic topic, long nanos) {
    long key = (e.key * 31 + topic.ordinal()) * GOLDEN + nanos;
    return new SplittableRandom(seed ^ key * GOLDEN).nextDouble();
  }
}
