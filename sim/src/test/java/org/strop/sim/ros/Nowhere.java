package org.strop.sim.ros;

import org.strop.bridge.control.record.RawSink;
import org.strop.bridge.ros.msg.JointState;
import org.strop.bridge.ros.msg.PoseStamped;
import org.strop.bridge.ros.msg.WrenchStamped;

/** Keeps nothing. */
final class Nowhere implements RawSink {
  @Override
  public void pose(String topic, PoseStamped message, long receiveNanos) {}

  @Override
  public void wrench(String topic, WrenchStamped message, long receiveNanos) {}

  @Override
  public void jointState(String topic, JointState message, long receiveNanos) {}

  @Override
  public void text(String topic, String message, long receiveNanos) {}

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
