package org.strop.sim.ros;

import java.util.Arrays;
import java.util.List;
import org.strop.bridge.ros.PublisherOptions;
import org.strop.bridge.ros.RosNode;
import org.strop.bridge.ros.RosPublisher;
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
  }

  private static <M extends RosMessage> RosPublisher<M> advertise(
      RosNode node, String topic, Class<M> type) {
    return node.advertise(topic, type, BLOCKING);
  }

  void episode(String text) {
    episode.publish(new StringMessage(text));
  }

  /** Publishes the cell's latest sample under a stamp. */
  void sample(PeelingCell cell, long stampNanos) {
    cell.observe(state, force, cutState);
    sequence++;
    clock.publish(new Clock(stampNanos));
    joints.publish(jointState(cell, header(stampNanos, "")));
    pose.publish(new PoseStamped(header(stampNanos, Channels.STATE.frame()), pose(state)));
    wrench.publish(
        new WrenchStamped(
            header(stampNanos, Channels.WRENCH.frame()),
            new Wrench(
                new Vector3(force[0], force[1], force[2]),
                new Vector3(force[3], force[4], force[5]))));
    cut.publish(
        new JointState(
            header(stampNanos, Channels.CUT.frame()),
            Channels.CUT.names(),
            List.of(
                (double) cutState[0],
                (double) cutState[1],
                (double) cutState[2],
                (double) cutState[3]),
            List.of(),
            List.of()));
  }

  private static JointState jointState(PeelingCell cell, Header header) {
    List<String> names = cell.jointNames();
    double[] positions = new double[names.size()];
    double[] velocities = new double[names.size()];
    double[] efforts = new double[names.size()];
    cell.joints(positions, velocities, efforts);
    return new JointState(header, names, list(positions), list(velocities), list(efforts));
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /** Publishes the demonstrator's command, stamped with the tick that it answers. */
  void command(float[] action, long stampNanos) {
    command.publish(new PoseStamped(header(stampNanos, Channels.ACTION.frame()), pose(action)));
  }

  private Header header(long stampNanos, String frame) {
    return new Header(sequence, stampNanos, frame);
  }

  private static Pose pose(float[] p) {
    return new Pose(new Point(p[0], p[1], p[2]), new Quaternion(p[3], p[4], p[5], p[6]));
  }
}
