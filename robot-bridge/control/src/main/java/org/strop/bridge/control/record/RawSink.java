package org.strop.bridge.control.record;

import org.strop.bridge.ros.msg.JointState;
import org.strop.bridge.ros.msg.PoseStamped;
import org.strop.bridge.ros.msg.WrenchStamped;

/**
 * Where every message goes as it arrives. Called by the threads of the subscriptions, one call at a
 * time; may block, then the senders are slowed down.
 */
public interface RawSink extends AutoCloseable {
  /** Keeps a pose. */
  void pose(String topic, PoseStamped message, long receiveNanos);

  /** Keeps a wrench. */
  void wrench(String topic, WrenchStamped message, long receiveNanos);

  /** Keeps a joint state, or named values in its form. */
  void jointState(String topic, JointState message, long receiveNanos);

  /** Keeps a text. */
  void text(String topic, String message, long receiveNanos);

  /** Makes everything so far readable after a crash. */
  void flush();

  @Override
  void close();
}
