package org.strop.bridge.ros.ros1;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.strop.bridge.ros.PublisherOptions;
import org.strop.bridge.ros.PublisherOptions.Overflow;
import org.strop.bridge.ros.RosPublisher;
import org.strop.bridge.ros.RosSubscription;
import org.strop.bridge.ros.SubscriberOptions;
import org.strop.bridge.ros.TriggerResult;
import org.strop.bridge.ros.msg.Header;
import org.strop.bridge.ros.msg.JointState;
import org.strop.bridge.ros.msg.Point;
import org.strop.bridge.ros.msg.Pose;
import org.strop.bridge.ros.msg.PoseStamped;
import org.strop.bridge.ros.msg.Quaternion;
import org.strop.bridge.ros.msg.RosMessage;
import org.strop.bridge.ros.msg.StringMessage;
import org.strop.bridge.ros.msg.Vector3;
import org.strop.bridge.ros.msg.Wrench;
import org.strop.bridge.ros.msg.WrenchStamped;
import org.strop.bridge.ros.ros1.TestGraph.Inbox;
import org.strop.bridge.ros.ros1.net.NodeAddress;

/** What Debian's ROS 1 tools (rospy, roscpp) see of our node; under whatever master. */
@Tag("ros")
@Timeout(120)
abstract class RosToolsContract {
  private static final PublisherOptions LATCHED = new PublisherOptions(true, 10, Overflow.BLOCK);
  private static final PublisherOptions LOSSLESS = new PublisherOptions(false, 10, Overflow.BLOCK);
  private static final Load YAML = new Load(LoadSettings.builder().build());

  @TempDir Path folder;
  private Master master;
  private RosTools tools;
  private Ros1Node node;

  /** A running master. */
  interface Master {
    URI uri();

    void stop();
  }

  /** Starts the master. */
  abstract Master startMaster(Path folder) throws Exception;

  @BeforeAll
  static void requireRos() {
    RosTools.require();
  }

  @BeforeEach
  void start() throws Exception {
    master = startMaster(folder);
    tools = new RosTools(master.uri(), folder);
    node = Ros1Node.connect(master.uri(), "/strop", NodeAddress.loopback(), System::nanoTime);
  }

  @AfterEach
  void stop() {
    node.close();
    tools.close();
    master.stop();
  }

  private static WrenchStamped wrench(int i) {
    return new WrenchStamped(
        new Header(i, 1_000_000_000L + 10_000_000L * i, "wrist_ft"),
        new Wrench(new Vector3(0.1 * i, -1e-7, Math.PI), new Vector3(1, 2.5, 1.0 / 3)));
  }

  private static PoseStamped pose(int i) {
    return new PoseStamped(
        new Header(i, 2_000_000_000L + 10_000_000L * i, "world"),
        new Pose(new Point(0.1, 0.2, 0.3 * i), new Quaternion(0, Math.sqrt(0.5), 0, 0.7)));
  }

  private static JointState joints(int i) {
    return new JointState(
        new Header(i, 3_000_000_000L + 10_000_000L * i, ""),
        List.of("x", "y", "z", "pitch"),
        List.of(0.1 * i, 0.2, 0.3, -0.4),
        List.of(),
        List.of(1.0, 2.0, 3.0, 1.0 / 7));
  }

  private <M extends RosMessage> Map<?, ?> echoed(String topic, Class<M> type, M message)
      throws Exception {
    try (RosPublisher<M> publisher = node.advertise(topic, type, LATCHED)) {
      publisher.publish(message);
      String text = tools.run("rostopic", "echo", "-n", "1", topic);
      return (Map<?, ?>) YAML.loadFromString(text.replace("---", ""));
    }
  }

  @Test
  void rostopicEchoShowsTheValuesThatWerePublished() throws Exception {
    assertThat(echoed("/wrench", WrenchStamped.class, wrench(3)))
        .hasToString(
            "{header={seq=3, stamp={secs=1, nsecs=30000000}, frame_id=wrist_ft},"
                + " wrench={force={x=0.30000000000000004, y=-1.0E-7, z=3.141592653589793},"
                + " torque={x=1.0, y=2.5, z=0.3333333333333333}}}");
    assertThat(echoed("/pose", PoseStamped.class, pose(1)))
        .hasToString(
            "{header={seq=1, stamp={secs=2, nsecs=10000000}, frame_id=world},"
                + " pose={position={x=0.1, y=0.2, z=0.3},"
                + " orientation={x=0.0, y=0.7071067811865476, z=0.0, w=0.7}}}");
    assertThat(echoed("/joints", JointState.class, joints(1)))
        .hasToString(
            "{header={seq=1, stamp={secs=3, nsecs=10000000}, frame_id=}, name=[x, y, z, pitch],"
                + " position=[0.1, 0.2, 0.3, -0.4], velocity=[],"
                + " effort=[1.0, 2.0, 3.0, 0.14285714285714285]}");
  }

  @Test
  void rosbagRecordsEveryMessageWithCompleteDefinitions() throws Exception {
    int n = 500;
    Path bag = folder.resolve("all.bag");
    Process record = tools.start("rosbag", "record", "-O", bag.toString(), "/w", "/p", "/j");
    try (RosPublisher<WrenchStamped> w = node.advertise("/w", WrenchStamped.class, LOSSLESS);
        RosPublisher<PoseStamped> p = node.advertise("/p", PoseStamped.class, LOSSLESS);
        RosPublisher<JointState> j = node.advertise("/j", JointState.class, LOSSLESS)) {
      for (RosPublisher<?> publisher : List.of(w, p, j)) {
        assertThat(publisher.awaitSubscribers(1, TestGraph.SOON)).isTrue();
      }
      for (int i = 0; i < n; i++) {
        w.publish(wrench(i));
        p.publish(pose(i));
        j.publish(joints(i));
        LockSupport.parkNanos(1_000_000); // rosbag itself drops what comes in one burst
      }
    }
    RosTools.interrupt(record);
    assertThat(tools.run("rosbag", "info", bag.toString()))
        .contains("messages:    1500")
        .contains("geometry_msgs/WrenchStamped [d78d3cb249ce23087ade7e7d0c40cfa7]");
    assertThat(tools.run("rosbag", "check", bag.toString()))
        .contains("Bag file does not need any migrations");
    assertBagHolds(bag, n);
  }

  private void assertBagHolds(Path bag, int n) throws Exception {
    String script = RosTools.script("read_bag.py");
    List<Object> wrenches = new ArrayList<>();
    List<Object> poses = new ArrayList<>();
    List<Object> joints = new ArrayList<>();
    for (String line : tools.run("python3", script, bag.toString()).split("\n", -1)) {
      if (!line.isEmpty()) {
        Map<?, ?> row = (Map<?, ?>) YAML.loadFromString(line);
        Object topic = row.get("topic");
        ("/w".equals(topic) ? wrenches : "/p".equals(topic) ? poses : joints)
            .add(row.get("message"));
      }
    }
    assertThat(wrenches).hasSize(n);
    assertThat(poses).hasSize(n);
    assertThat(joints).hasSize(n);
    for (int i = 0; i < n; i++) {
      assertThat(wrenches.get(i)).hasToString(asPython(wrench(i)));
      assertThat(joints.get(i)).hasToString(asPython(joints(i)));
    }
  }

  private static String asPython(WrenchStamped m) {
    Vector3 f = m.wrench().force();
    Vector3 t = m.wrench().torque();
    return String.format(
        "{header=%s, wrench={force={x=%s, y=%s, z=%s}, torque={x=%s, y=%s, z=%s}}}",
        asPython(m.header()), f.x(), f.y(), f.z(), t.x(), t.y(), t.z());
  }

  private static String asPython(JointState m) {
    return String.format(
        "{header=%s, name=%s, position=%s, velocity=%s, effort=%s}",
        asPython(m.header()), m.name(), m.position(), m.velocity(), m.effort());
  }

  private static String asPython(Header h) {
    return String.format("{seq=%d, stamp=%d, frame_id=%s}", h.seq(), h.stampNanos(), h.frameId());
  }

  @Test
  void rostopicPubReachesTheNodeAndItsDeathIsNoticed() throws Exception {
    Inbox<WrenchStamped> inbox = new Inbox<>();
    RosSubscription subscription =
        node.subscribe("/w", WrenchStamped.class, SubscriberOptions.usual(), inbox);
    for (int life = 0; life < 2; life++) {
      inbox.messages.clear();
      Process pub =
          tools.start(
              "rostopic",
              "pub",
              "-r",
              "50",
              "/w",
              "geometry_msgs/WrenchStamped",
              "{header: {frame_id: ft}, wrench: {force: {x: 1.5, z: -0.1}, torque: {y: 1.0e-9}}}");
      WrenchStamped message = inbox.next();
      assertThat(message.header().frameId()).isEqualTo("ft");
      assertThat(message.wrench())
          .isEqualTo(new Wrench(new Vector3(1.5, 0, -0.1), new Vector3(0, 1e-9, 0)));
      assertThat(subscription.publisherCount()).isEqualTo(1);
      pub.destroyForcibly().waitFor(); // SIGKILL
      long deadline = System.nanoTime() + TestGraph.SOON.toNanos();
      while (subscription.publisherCount() > 0 && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      assertThat(subscription.publisherCount()).isZero();
    }
  }

  @Test
  void theGraphIsListed() throws Exception {
    node.advertise("/out", WrenchStamped.class, PublisherOptions.usual());
    node.subscribe("/in", StringMessage.class, SubscriberOptions.usual(), (m, nanos) -> {});
    assertThat(tools.run("rostopic", "list")).contains("/out\n").contains("/in\n");
    assertThat(tools.run("rostopic", "type", "/out")).isEqualTo("geometry_msgs/WrenchStamped\n");
    assertThat(tools.run("rostopic", "info", "/out")).contains("* /strop (" + node.uri());
    assertThat(tools.run("rosnode", "list")).contains("/strop\n");
    assertThat(tools.run("rosnode", "ping", "-c", "1", "/strop")).contains("xmlrpc reply");
    assertThat(tools.run("rosnode", "info", "/strop"))
        .contains("* /out [geometry_msgs/WrenchStamped]")
        .contains("* /in [")
        .contains("Pid: " + ProcessHandle.current().pid());
  }

  @Test
  void parametersAreSharedWithRosparam() throws Exception {
    tools.run("rosparam", "set", "/peeling_cell/produce", "cucumber");
    tools.run("rosparam", "set", "/peeling_cell/workpiece", "{x: [0.1, 0.2], n: 3, fresh: true}");
    assertThat(node.parameters().get("/peeling_cell/produce")).contains("cucumber");
    assertThat(node.parameters().get("/peeling_cell/workpiece"))
        .contains(Map.of("x", List.of(0.1, 0.2), "n", 3, "fresh", true));
    node.parameters().set("/peeling_cell/speed", 1e-5);
    node.parameters().set("/peeling_cell/kinds", List.of("apple", "potato"));
    assertThat(tools.run("rosparam", "get", "/peeling_cell/speed")).isEqualTo("1.0e-05\n");
    assertThat(YAML.loadFromString(tools.run("rosparam", "get", "/peeling_cell/kinds")))
        .isEqualTo(List.of("apple", "potato"));
    tools.run("rosparam", "delete", "/peeling_cell/produce");
    assertThat(node.parameters().get("/peeling_cell/produce")).isEmpty();
    assertThat(tools.run("rosparam", "list")).contains("/peeling_cell/speed\n");
  }

  @Test
  void servicesWorkBothWaysWithRospy() throws Exception {
    node.offerTrigger("/reset", caller -> new TriggerResult(true, "episode 7"));
    assertThat(tools.run("rosservice", "list")).contains("/reset\n");
    assertThat(tools.run("rosservice", "type", "/reset")).isEqualTo("std_srvs/Trigger\n");
    assertThat(YAML.loadFromString(tools.run("rosservice", "call", "/reset")))
        .isEqualTo(Map.of("success", "True", "message", "episode 7"));
    tools.start("python3", RosTools.script("trigger_server.py"));
    assertThat(node.awaitService("/trigger", TestGraph.SOON)).isTrue();
    assertThat(node.callTrigger("/trigger", TestGraph.SOON).message()).isEqualTo("call 1");
    try (var client = node.openTrigger("/trigger", TestGraph.SOON)) {
      assertThat(client.call(TestGraph.SOON).message()).isEqualTo("call 2");
      assertThat(client.call(TestGraph.SOON).message()).isEqualTo("call 3");
    }
  }
}
