package org.strop.sim.ros;

import java.util.Arrays;
import java.util.List;
import org.strop.bridge.ros.PublisherOptions;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.RosPublisher;
import org.strop.bridge.ros.msg.BoolMessage;
import org.strop.bridge.ros.msg.Clock;
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
import org.strop.bridge.trajectory.Channels;
import org.strop.sim.cell.PeelingCell;
import org.strop.sim.fault.FaultTopic;

/** The cell's publishers. Used by one thread. */
final class CellTopics {
  static final String COMMAND = "/cartesian_impedance_controller/equilibrium_pose";

  private static final PublisherOptions BLOCKING =
      new PublisherOptions(false, 200, PublisherOptions.Overflow.BLOCK);
  private static final PublisherOptions LATCHED =
      new PublisherOptions(true, 200, PublisherOptions.Overflow.BLOCK);

  private final RosPublisher<Clock> clock;
  private final RosPublisher<JointState> joints;
  private final RosPublisher<PoseStamped> pose;
  private final RosPublisher<WrenchStamped> wrench;
  private final RosPublisher<JointState> cut;
  private final RosPublisher<PoseStamped> command;
  private final RosPublisher<StringMessage> episode;
  private final RosPublisher<BoolMessage> fault;
  private final float[] state = new float[7];
  private final float[] force = new float[6];
  private final float[] cutState = new float[4];
  private long sequence;

  CellTopics(RosNode node) {
    clock = advertise(node, "/clock", Clock.class);
    joints = advertise(node, "/joint_states", JointState.class);
    pose = advertise(node, "/tool_pose_broadcaster/pose", PoseStamped.class);
    wrench = advertise(node, "/force_torque_sensor_broadcaster/wrench", WrenchStamped.class);
    cut = advertise(node, CellRequest.NAMESPACE + "/cut_state", JointState.class);
    command = advertise(node, COMMAND, PoseStamped.class);
    episode = node.advertise(CellRequest.NAMESPACE + "/episode", StringMessage.class, LATCHED);
    fault = node.advertise(CellRequest.NAMESPACE + "/fault", BoolMessage.class, LATCHED);
  }

  private static <M extends RosMessage> RosPublisher<M> advertise(
      RosNode node, String topic, Class<M> type) {
    return node.advertise(topic, type, BLOCKING);
  }

  void episode(String text) {
    episode.publish(new StringMessage(text));
  }

  /** Publishes the cell's latest sample under a stamp, over a wire. */
  void sample(PeelingCell cell, long stampNanos, Wire wire) {
    cell.observe(state, force, cutState);
    sequence++;
    clock.publish(new Clock(stampNanos));
    sendJoints(cell, header(stampNanos, ""), wire);
    double[] p = altered(FaultTopic.POSE, state, wire);
    PoseStamped at = new PoseStamped(header(stampNanos, Channels.STATE.frame()), pose(p));
    wire.send(FaultTopic.POSE, () -> pose.publish(at));
    double[] w = altered(FaultTopic.WRENCH, force, wire);
    WrenchStamped felt = new WrenchStamped(header(stampNanos, Channels.WRENCH.frame()), wrench(w));
    wire.send(FaultTopic.WRENCH, () -> wrench.publish(felt));
    List<Double> c = list(altered(FaultTopic.CUT_STATE, cutState, wire));
    Header cutHeader = header(stampNanos, Channels.CUT.frame());
    JointState cutting = new JointState(cutHeader, Channels.CUT.names(), c, List.of(), List.of());
    wire.send(FaultTopic.CUT_STATE, () -> cut.publish(cutting));
  }

  private static double[] altered(FaultTopic topic, float[] values, Wire wire) {
    double[] row = new double[values.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = values[i];
    }
    wire.alter(topic, row);
    return row;
  }

  private void sendJoints(PeelingCell cell, Header header, Wire wire) {
    List<String> names = cell.jointNames();
    int n = names.size();
    double[] positions = new double[n];
    double[] velocities = new double[n];
    double[] efforts = new double[n];
    cell.joints(positions, velocities, efforts);
    double[] all = new double[3 * n];
    System.arraycopy(positions, 0, all, 0, n);
    System.arraycopy(velocities, 0, all, n, n);
    System.arraycopy(efforts, 0, all, 2 * n, n);
    wire.alter(FaultTopic.JOINT_STATES, all);
    List<Double> values = list(all);
    JointState message =
        new JointState(
            header,
            names,
            values.subList(0, n),
            values.subList(n, 2 * n),
            values.subList(2 * n, 3 * n));
    wire.send(FaultTopic.JOINT_STATES, () -> joints.publish(message));
  }

  /** Says whether a drive reports a fault. */
  void fault(boolean reported) {
    fault.publish(new BoolMessage(reported));
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /** Publishes the demonstrator's command, stamped with the tick that it answers. */
  void command(float[] action, long stampNanos) {
    command.publish(
        new PoseStamped(
            header(stampNanos, Channels.ACTION.frame()),
            pose(altered(FaultTopic.COMMAND, action, Wire.PERFECT))));
  }

  private Header header(long stampNanos, String frame) {
    return new Header(sequence, stampNanos, frame);
  }

  private static Wrench wrench(double[] w) {
    return new Wrench(new Vector3(w[0], w[1], w[2]), new Vector3(w[3], w[4], w[5]));
  }

  private static Pose pose(double[] p) {
    return new Pose(new Point(p[0], p[1], p[2]), new Quaternion(p[3], p[4], p[5], p[6]));
  }
}
