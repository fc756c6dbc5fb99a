package org.strop.bridge.control;

import java.time.Duration;
import java.util.Optional;

/**
 * An arm under Cartesian impedance control, as the run loop sees it: a real one over ROS, or a
 * simulated one in this process.
 *
 * <p>{@link #latest} and {@link #send} never throw, never block and are called by one thread at the
 * control rate. Stamps are nanoseconds of the robot's clock.
 */
public interface RobotPort extends AutoCloseable {
  /** Returns the time of the robot's clock, ns; simulated time where the robot is simulated. */
  long nowNanos();

  /**
   * Copies the newest complete observation (pose and wrench of one stamp).
   *
   * <p>Its age is {@link #nowNanos} minus its stamp.
   *
   * @param out overwritten only when this returns true
   * @return whether there is one yet
   */
  boolean latest(Observation out);

  /**
   * Waits for an observation measured at or after a stamp, and copies it. For loops that go in step
   * with simulated time; a simulator in this process computes on until then.
   *
   * @param out overwritten only when this returns true
   * @return whether it came in time; false also when the episode ended or the robot is gone
   */
  boolean await(long stampNanos, Duration timeout, Observation out);

  /**
   * Sends a command.
   *
   * @param stampNanos stamp of the observation tick that it answers, ns
   * @param pose commanded equilibrium pose, length 7, world frame; copied
   * @return whether it was handed to the robot's link
   */
  boolean send(long stampNanos, double[] pose);

  /** Returns the fault that the robot itself reports, if any. */
  Optional<Fault> fault();

  /** Returns whether the robot announced the end of its episode; false where it has none. */
  boolean isOver();

  @Override
  void close();
}
