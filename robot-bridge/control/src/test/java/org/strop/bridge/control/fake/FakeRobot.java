package org.strop.bridge.control.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.strop.bridge.control.Fault;
import org.strop.bridge.control.Observation;
import org.strop.bridge.control.RobotPort;

/** An arm in this process that is where it was last told to be. Faults are set from outside. */
public final class FakeRobot implements RobotPort {
  /** A command as it was sent. */
  @SuppressWarnings("ArrayRecordComponent") // read only, never compared as a whole
  public record Command(long stampNanos, double[] pose) {}

  private final double[] pose = {0, 0, 0.1, 0, 0, 0, 1};
  private final double[] wrench = new double[6];
  private final List<Command> commands = new ArrayList<>();
  private long nowNanos;
  private long stampNanos;
  private long endNanos = Long.MAX_VALUE;
  private boolean silent;
  private boolean clockStands;
  private Optional<Fault> fault = Optional.empty();

  /** Sets where it ends its episode, ns. */
  public FakeRobot endAt(long nanos) {
    endNanos = nanos;
    return this;
  }

  /** Moves its clock; a new observation is measured unless it is silent. */
  public synchronized void advanceTo(long nanos) {
    nowNanos = clockStands ? nowNanos : nanos;
    stampNanos = silent ? stampNanos : nowNanos;
  }

  /** Stops or resumes measuring. */
  public synchronized void silent(boolean on) {
    silent = on;
  }

  /** Stops its clock too, as the death of a simulator does. */
  public synchronized void dead() {
    silent = true;
    clockStands = true;
  }

  /** Sets the fault that it reports. */
  public synchronized void report(Optional<Fault> reported) {
    fault = reported;
  }

  /** Sets the measured force along z, N. */
  public synchronized void force(double newtons) {
    wrench[2] = newtons;
  }

  /** Sets the measured x, m. */
  public synchronized void x(double metres) {
    pose[0] = metres;
  }

  @Override
  public synchronized long nowNanos() {
    return nowNanos;
  }

  @Override
  public synchronized boolean latest(Observation out) {
    out.set(stampNanos, pose, wrench);
    return true;
  }

  @Override
  public synchronized boolean await(long stamp, Duration timeout, Observation out) {
    if (stamp > endNanos || (silent && stamp > stampNanos)) {
      return false;
    }
    advanceTo(Math.max(nowNanos, stamp));
    return latest(out);
  }

  @Override
  public synchronized boolean send(long stamp, double[] command) {
    commands.add(new Command(stamp, Arrays.copyOf(command, 7)));
    System.arraycopy(command, 0, pose, 0, 7);
    return true;
  }

  @Override
  public synchronized Optional<Fault> fault() {
    return fault;
  }

  @Override
  public synchronized boolean isOver() {
    return nowNanos >= endNanos;
  }

  /** Returns what was sent so far. */
  public synchronized List<Command> commands() {
    return List.copyOf(commands);
  }

  /** Returns the last command. */
  public synchronized Command last() {
    return commands.get(commands.size() - 1);
  }

  @Override
  public void close() {}
}
