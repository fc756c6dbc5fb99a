package org.strop.sim.ros;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.ros.msg.Point;
import org.strop.bridge.ros.msg.PoseStamped;
import org.strop.bridge.ros.msg.Quaternion;

/** Commands from outside, in order of arrival. Thread-safe. */
final class CommandInbox {
  /**
   * A command.
   *
   * @param stampNanos stamp of the observation that it answers, ns
   * @param pose length 7; owned by the record
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Command(long stampNanos, float[] pose) {}

  private final BlockingQueue<Command> queue = new LinkedBlockingQueue<>();

  void add(PoseStamped message) {
    Point p = message.pose().position();
    Quaternion q = message.pose().orientation();
    float[] pose = {
      (float) p.x(),
      (float) p.y(),
      (float) p.z(),
      (float) q.x(),
      (float) q.y(),
      (float) q.z(),
      (float) q.w()
    };
    queue.add(new Command(message.header().stampNanos(), pose));
  }

  void clear() {
    queue.clear();
  }

  /** Waits for a command stamped at or after a tick; older ones are dropped. Empty on timeout. */
  Optional<Command> await(long tickNanos, Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      Command command = queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (command == null || command.stampNanos() >= tickNanos) {
        return Optional.ofNullable(command);
      }
    }
  }

  /** Returns the newest command stamped at or after a start, if any came since the last call. */
  Optional<Command> newest(long startNanos) {
    @Nullable Command newest = null;
    for (Command c = queue.poll(); c != null; c = queue.poll()) {
      newest = c.stampNanos() >= startNanos ? c : newest;
    }
    return Optional.ofNullable(newest);
  }
}
