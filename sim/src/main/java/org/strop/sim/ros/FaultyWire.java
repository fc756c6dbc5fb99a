package org.strop.sim.ros;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.strop.sim.fault.FaultConfig.Mode;
import org.strop.sim.fault.FaultSchedule;
import org.strop.sim.fault.FaultTopic;

/**
 * A wire with the faults of a schedule. Times are ns since the start of the episode.
 *
 * <p>In lockstep, delays are whole policy ticks; and once a fault may lose or delay pose or wrench,
 * these two come at policy ticks only, and of several that are due at once only the newest comes.
 * So which tick a driver sees, and which the cell waits for, is the same in every run.
 */
final class FaultyWire implements Wire {
  private record Pending(long due, long measured, Runnable publish) {}

  /** What is on its way on a topic, and which policy ticks arrived. */
  private static final class Lane {
    final Deque<Pending> queue = new ArrayDeque<>();
    final Set<Long> ticks = new HashSet<>();
  }

  private final FaultSchedule faults;
  private final boolean lockstep;
  private final long tickNanos;
  private final Map<FaultTopic, Lane> lanes = new EnumMap<>(FaultTopic.class);
  private final Map<FaultTopic, double[]> last = new EnumMap<>(FaultTopic.class);
  private long now;
  private long newestTick = -1;

  FaultyWire(FaultSchedule faults, boolean lockstep, long tickNanos) {
    this.faults = faults;
    this.lockstep = lockstep;
    this.tickNanos = tickNanos;
  }

  /** Moves time on and publishes what is due. */
  void advance(long nanos) {
    now = nanos;
    lanes.forEach((topic, lane) -> release(topic, lane.queue));
  }

  /** Publishes what is still on its way. */
  void flush() {
    advance(Long.MAX_VALUE);
  }

  private Lane lane(FaultTopic topic) {
    return lanes.computeIfAbsent(topic, t -> new Lane());
  }

  private void release(FaultTopic topic, Deque<Pending> queue) {
    while (!queue.isEmpty() && queue.peekFirst().due <= now) {
      Pending pending = queue.removeFirst();
      boolean overtaken = !queue.isEmpty() && queue.peekFirst().due <= now;
      if (!(overtaken && onTicksOnly(topic))) {
        deliver(topic, pending.measured, pending.publish);
      }
    }
  }

  private boolean onTicksOnly(FaultTopic topic) {
    boolean observation = topic == FaultTopic.POSE || topic == FaultTopic.WRENCH;
    return lockstep && observation && faults.hitsObservations();
  }

  private void deliver(FaultTopic topic, long measured, Runnable publish) {
    publish.run();
    if (measured % tickNanos != 0) {
      return;
    }
    lane(topic).ticks.add(measured);
    boolean whole =
        lane(FaultTopic.POSE).ticks.contains(measured)
            && lane(FaultTopic.WRENCH).ticks.contains(measured);
    newestTick = whole ? Math.max(newestTick, measured) : newestTick;
  }

  /** Returns the newest tick whose pose and wrench were both published; −1 before the first. */
  long newestTick() {
    return newestTick;
  }

  /** Returns when a command that arrives now takes effect, or −1 if it is lost. */
  long dueOfCommand() {
    return faults.delivers(FaultTopic.COMMAND, now) ? now + delay(FaultTopic.COMMAND) : -1;
  }

  @Override
  public void alter(FaultTopic topic, double[] values) {
    Mode mode = faults.failure(topic, now).orElse(Mode.SILENT);
    if (mode == Mode.NAN) {
      Arrays.fill(values, Double.NaN);
    } else if (mode == Mode.FROZEN && last.containsKey(topic)) {
      System.arraycopy(last.get(topic), 0, values, 0, values.length);
    } else {
      last.put(topic, values.clone());
    }
    if (topic == FaultTopic.WRENCH) {
      faults.addSpikes(values, now);
    }
  }

  @Override
  public void send(FaultTopic topic, Runnable publish) {
    boolean between = now % tickNanos != 0;
    if (!faults.delivers(topic, now) || (between && onTicksOnly(topic))) {
      return;
    }
    Deque<Pending> queue = lane(topic).queue;
    long behind = queue.isEmpty() ? 0 : queue.peekLast().due; // in order
    queue.addLast(new Pending(Math.max(behind, now + delay(topic)), now, publish));
    release(topic, queue);
  }

  private long delay(FaultTopic topic) {
    long delay = faults.delayNanos(topic, now);
    return lockstep ? Math.floorDiv(delay + tickNanos - 1, tickNanos) * tickNanos : delay;
  }
}
