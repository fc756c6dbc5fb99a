package org.strop.bridge.ros.ros1;

import java.util.List;
import org.strop.bridge.ros.msg.BoolMessage;
import org.strop.bridge.ros.msg.Clock;
import org.strop.bridge.ros.msg.Float64MultiArray;
import org.strop.bridge.ros.msg.Header;
import org.strop.bridge.ros.msg.JointState;
import org.strop.bridge.ros.msg.JointTrajectory;
import org.strop.bridge.ros.msg.JointTrajectoryPoint;
import org.strop.bridge.ros.msg.Point;
import org.strop.bridge.ros.msg.Pose;
import org.strop.bridge.ros.msg.PoseStamped;
import org.strop.bridge.ros.msg.Quaternion;
import org.strop.bridge.ros.msg.RosMessage;
import org.strop.bridge.ros.msg.StringMessage;
import org.strop.bridge.ros.msg.Twist;
import org.strop.bridge.ros.msg.TwistStamped;
import org.strop.bridge.ros.msg.Vector3;
import org.strop.bridge.ros.msg.Wrench;
import org.strop.bridge.ros.msg.WrenchStamped;

/** One message of each type, with awkward values. */
public final class SampleMessages {
  private static final Vector3 A = new Vector3(1.5, -2.25e-300, Math.PI);
  private static final Vector3 B = new Vector3(Double.MAX_VALUE, -0.0, 1e-7);

  private SampleMessages() {}

  public static List<RosMessage> all() {
    Header header = header(4_000_000_000L, 1_700_000_000_123_456_789L);
    Point point = new Point(0.1, 0.2, 0.3);
    Quaternion quaternion = new Quaternion(0, Math.sqrt(0.5), 0, -Math.sqrt(0.5));
    Pose pose = new Pose(point, quaternion);
    Wrench wrench = new Wrench(A, B);
    Twist twist = new Twist(B, A);
    JointTrajectoryPoint start = point(0L);
    return List.of(
        header,
        A,
        point,
        quaternion,
        pose,
        wrench,
        twist,
        new PoseStamped(header, pose),
        new TwistStamped(header, twist),
        new WrenchStamped(header, wrench),
        new JointState(
            header, List.of("x", "", "käse"), List.of(1.0, 2.0), List.of(), List.of(0.5)),
        start,
        new JointTrajectory(header, List.of("x"), List.of(start, point(-1_500_000_000L))),
        new BoolMessage(true),
        new StringMessage("ünïcode 🔪 \n and <xml> &amp;"),
        new Float64MultiArray(List.of(1.0, Double.NEGATIVE_INFINITY)),
        new Clock(12_345_678_901L));
  }

  public static Header header(long seq, long stampNanos) {
    return new Header(seq, stampNanos, "wrist_ft");
  }

  public static WrenchStamped wrench(long seq) {
    return new WrenchStamped(header(seq, seq * 1_000_000L), new Wrench(A, B));
  }

  private static JointTrajectoryPoint point(long nanos) {
    return new JointTrajectoryPoint(
        List.of(1.0, -1.0), List.of(), List.of(3.0), List.of(4.0, 5.0, 6.0), nanos);
  }
}
