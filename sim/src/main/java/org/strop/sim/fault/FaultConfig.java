package org.strop.sim.fault;

import java.util.List;
import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;

/**
 * A fault and when it happens. Times count from the start of the episode, or from the moment of the
 * call where a fault is triggered in a running one; it is on in [at, at + duration).
 */
public sealed interface FaultConfig {
  /** Returns when it begins, s. */
  double atS();

  /** Returns how long it is on, s. */
  double durationS();

  /** Returns whether it is on at a time. */
  default boolean isOn(long nanos) {
    return nanos >= Math.round(1e9 * atS()) && nanos < Math.round(1e9 * (atS() + durationS()));
  }

  /** How a sensor fails. */
  enum Mode {
    /** Nothing comes. */
    SILENT,
    /** The last value comes again and again, with fresh stamps. */
    FROZEN,
    /** Not a number comes. */
    NAN
  }

  /**
   * Sensors fail.
   *
   * @param topics which; not the command
   */
  record SensorDropout(
      @Bounds(min = 0, max = 600) double atS,
      @Bounds(min = 0, max = 600) double durationS,
      List<FaultTopic> topics,
      Mode mode)
      implements FaultConfig, SelfChecking {
    /** Copies the list. */
    public SensorDropout {
      topics = List.copyOf(topics);
    }

    @Override
    public void check(Problems problems) {
      if (topics.contains(FaultTopic.COMMAND)) {
        problems.add("topics", "names command, which is no sensor", "use packet_loss for commands");
      }
    }
  }

  /**
   * Messages arrive late, in order, with the stamps of when they were measured.
   *
   * @param delayS by how much, s of the robot's clock
   */
  record Latency(
      @Bounds(min = 0, max = 600) double atS,
      @Bounds(min = 0, max = 600) double durationS,
      List<FaultTopic> topics,
      @Bounds(min = 0, max = 10) double delayS)
      implements FaultConfig {
    /** Copies the list. */
    public Latency {
      topics = List.copyOf(topics);
    }
  }

  /**
   * Messages arrive late by a random time, uniform in [0, max], in order: a late one holds up those
   * behind it, as on a TCP link.
   *
   * @param maxDelayS longest delay, s of the robot's clock
   */
  record Jitter(
      @Bounds(min = 0, max = 600) double atS,
      @Bounds(min = 0, max = 600) double durationS,
      List<FaultTopic> topics,
      @Bounds(min = 0, max = 10) double maxDelayS)
      implements FaultConfig {
    /** Copies the list. */
    public Jitter {
      topics = List.copyOf(topics);
    }
  }

  /**
   * Messages are lost, each by its own draw.
   *
   * @param share probability of each to be lost
   */
  record PacketLoss(
      @Bounds(min = 0, max = 600) double atS,
      @Bounds(min = 0, max = 600) double durationS,
      List<FaultTopic> topics,
      @Bounds(min = 0, max = 1) double share)
      implements FaultConfig {
    /** Copies the list. */
    public PacketLoss {
      topics = List.copyOf(topics);
    }
  }

  /**
   * A force is added to the wrench that is read: a knock on the sensor, a loose cable.
   *
   * @param fxN along x of the sensor, N
   * @param fyN along y, N
   * @param fzN along z, N
   */
  record ForceSpike(
      @Bounds(min = 0, max = 600) double atS,
      @Bounds(min = 0, max = 600) double durationS,
      @Bounds(min = -1e5, max = 1e5) double fxN,
      @Bounds(min = -1e5, max = 1e5) double fyN,
      @Bounds(min = -1e5, max = 1e5) double fzN)
      implements FaultConfig {}

  /**
   * A joint stands still: its brake fell in. Acts on the mechanics.
   *
   * @param joint its name, as in the joint states
   * @param reported whether the drive notices: it says so on the topic {@code fault}
   */
  record StuckJoint(
      @Bounds(min = 0, max = 600) double atS,
      @Bounds(min = 0, max = 600) double durationS,
      String joint,
      boolean reported)
      implements FaultConfig {}

  /**
   * The robot's clock is set while it runs: all stamps and {@code /clock} jump. Never undone, so
   * there is no duration.
   *
   * @param jumpS by how much, s; negative: back
   */
  record ClockJump(
      @Bounds(min = 0, max = 600) double atS, @Bounds(min = -600, max = 600) double jumpS)
      implements FaultConfig {
    @Override
    public double durationS() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean isOn(long nanos) {
      return nanos >= Math.round(1e9 * atS());
    }
  }
}
