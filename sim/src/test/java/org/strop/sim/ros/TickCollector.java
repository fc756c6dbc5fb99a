package org.strop.sim.ros;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.RosSubscription;
import org.strop.bridge.ros.SubscriberOptions;
import org.strop.bridge.ros.msg.JointState;
import org.strop.bridge.ros.msg.Pose;
import org.strop.bridge.ros.msg.PoseStamped;
import org.strop.bridge.ros.msg.RosMessage;
import org.strop.bridge.ros.msg.StringMessage;
import org.strop.bridge.ros.msg.Wrench;
import org.strop.bridge.ros.msg.WrenchStamped;
import org.strop.bridge.trajectory.FloatMatrix;

/** Hears everything that the cell says, by stamp. Thread-safe. */
final class TickCollector {
  final SortedMap<Long, float[]> poses = new TreeMap<>();
  final SortedMap<Long, float[]> wrenches = new TreeMap<>();
  final SortedMap<Long, float[]> cuts = new TreeMap<>();
  final SortedMap<Long, float[]> commands = new TreeMap<>();
  final List<String> episodes = new ArrayList<>();
  private final List<RosSubscription> subscriptions = new ArrayList<>();

  TickCollector(RosNode node) {
    on(node, "/tool_pose_broadcaster/pose", PoseStamped.class, m -> put(poses, m));
    on(node, CellTopics.COMMAND, PoseStamped.class, m -> put(commands, m));
    on(
        node,
        "/force_torque_sensor_broadcaster/wrench",
        WrenchStamped.class,
        m -> wrenches.put(m.header().stampNanos(), row(m.wrench())));
    on(
        node,
        "/peeling_cell/cut_state",
        JointState.class,
        m -> cuts.put(m.header().stampNanos(), row(m.position())));
    on(node, "/peeling_cell/episode", StringMessage.class, m -> episodes.add(m.data()));
  }

  private interface Take<M> {
    void take(M message);
  }

  private <M extends RosMessage> void on(RosNode node, String topic, Class<M> type, Take<M> take) {
    subscriptions.add(
        node.subscribe(
            topic,
            type,
            SubscriberOptions.usual(),
            (message, at) -> {
              synchronized (this) {
                take.take(message);
                notifyAll();
              }
            }));
  }

  List<RosSubscription> subscriptions() {
    return subscriptions;
  }

  private static void put(SortedMap<Long, float[]> map, PoseStamped m) {
    map.put(m.header().stampNanos(), row(m.pose()));
  }

  private static float[] row(Pose pose) {
    return new float[] {
      (float) pose.position().x(),
      (float) pose.position().y(),
      (float) pose.position().z(),
      (float) pose.orientation().x(),
      (float) pose.orientation().y(),
      (float) pose.orientation().z(),
      (float) pose.orientation().w()
    };
  }

  private static float[] row(Wrench w) {
    return new float[] {
      (float) w.force().x(),
      (float) w.force().y(),
      (float) w.force().z(),
      (float) w.torque().x(),
      (float) w.torque().y(),
      (float) w.torque().z()
    };
  }

  private static float[] row(List<Double> values) {
    float[] row = new float[values.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = values.get(i).floatValue();
    }
    return row;
  }

  /** Waits for the end of an episode and for its last samples; returns the end's words. */
  synchronized String[] awaitEnd(String id) throws InterruptedException {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (System.nanoTime() < deadline) {
      for (String text : episodes) {
        String[] words = text.split(" ", -1);
        if (words[0].equals("end") && words[1].equals(id) && came(id, Long.parseLong(words[2]))) {
          return words;
        }
      }
      wait(100);
    }
    throw new AssertionError("no end of " + id + " in " + episodes);
  }

  /** Topics have connections of their own: the end may overtake the last samples. */
  private boolean came(String id, long stamp) {
    boolean began = episodes.contains("start " + id + " " + stamp); // ended at its first tick
    return poses.containsKey(stamp)
        && wrenches.containsKey(stamp)
        && cuts.containsKey(stamp)
        && (began || commands.containsKey(stamp - 50_000_000L));
  }

  /** Waits for the pose of a stamp. */
  synchronized void awaitPose(long stamp) throws InterruptedException {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (!poses.containsKey(stamp)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("no pose at " + stamp);
      }
      wait(100);
    }
  }

  synchronized long startOf(String id) throws InterruptedException {
    while (true) {
      for (String text : episodes) {
        String[] words = text.split(" ", -1);
        if (words[0].equals("start") && words[1].equals(id)) {
          return Long.parseLong(words[2]);
        }
      }
      wait(100);
    }
  }

  /** Returns the rows at ticks from start to end. */
  static FloatMatrix ticks(
      SortedMap<Long, float[]> map, long start, long end, long step, int cols) {
    List<float[]> rows = new ArrayList<>();
    for (long t = start; t <= end; t += step) {
      rows.add(map.getOrDefault(t, new float[cols]));
    }
    return FloatMatrix.ofRows(cols, rows);
  }
}
