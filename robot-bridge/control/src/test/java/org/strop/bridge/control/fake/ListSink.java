package org.strop.bridge.control.fake;

import java.util.ArrayList;
import java.util.List;
import org.strop.bridge.control.record.RawSink;
import org.strop.bridge.ros.msg.JointState;
import org.strop.bridge.ros.msg.PoseStamped;
import org.strop.bridge.ros.msg.RosMessage;
import org.strop.bridge.ros.msg.StringMessage;
import org.strop.bridge.ros.msg.WrenchStamped;

/** A raw log in memory. */
public final class ListSink implements RawSink {
  /** One message as it came. */
  public record Entry(String topic, RosMessage message) {}

  private final List<Entry> entries = new ArrayList<>();
  private int flushes;

  @Override
  public void pose(String topic, PoseStamped message, long receiveNanos) {
    add(topic, message);
  }

  @Override
  public void wrench(String topic, WrenchStamped message, long receiveNanos) {
    add(topic, message);
  }

  @Override
  public void jointState(String topic, JointState message, long receiveNanos) {
    add(topic, message);
  }

  @Override
  public void text(String topic, String message, long receiveNanos) {
    add(topic, new StringMessage(message));
  }

  private synchronized void add(String topic, RosMessage message) {
    entries.add(new Entry(topic, message));
  }

  @Override
  public synchronized void flush() {
    flushes++;
  }

  @Override
  public void close() {}

  /** Returns how often it was flushed. */
  public synchronized int flushes() {
    return flushes;
  }

  /** Returns what came on a topic. */
  public synchronized List<RosMessage> on(String topic) {
    return entries.stream().filter(e -> e.topic().equals(topic)).map(Entry::message).toList();
  }
}
