package org.strop.bridge.ros.ros1.codec;

import java.nio.ByteBuffer;
import java.util.List;
import org.strop.bridge.ros.msg.Point;
import org.strop.bridge.ros.msg.Pose;
import org.strop.bridge.ros.msg.PoseStamped;
import org.strop.bridge.ros.msg.Quaternion;
import org.strop.bridge.ros.msg.Twist;
import org.strop.bridge.ros.msg.TwistStamped;
import org.strop.bridge.ros.msg.Vector3;
import org.strop.bridge.ros.msg.Wrench;
import org.strop.bridge.ros.msg.WrenchStamped;

/** Messages of geometry_msgs. */
final class GeometryCodecs {
  static final MessageCodec<Vector3> VECTOR3 =
      new MessageCodec<>(
          "geometry_msgs/Vector3",
          Vector3.class,
          m -> 24,
          GeometryCodecs::put,
          GeometryCodecs::getVector3);

  static final MessageCodec<Point> POINT =
      new MessageCodec<>(
          "geometry_msgs/Point",
          Point.class,
          m -> 24,
          GeometryCodecs::put,
          GeometryCodecs::getPoint);

  static final MessageCodec<Quaternion> QUATERNION =
      new MessageCodec<>(
          "geometry_msgs/Quaternion",
          Quaternion.class,
          m -> 32,
          GeometryCodecs::put,
          GeometryCodecs::getQuaternion);

  static final MessageCodec<Pose> POSE =
      new MessageCodec<>(
          "geometry_msgs/Pose", Pose.class, m -> 56, GeometryCodecs::put, GeometryCodecs::getPose);

  static final MessageCodec<Twist> TWIST =
      new MessageCodec<>(
          "geometry_msgs/Twist",
          Twist.class,
          m -> 48,
          GeometryCodecs::put,
          GeometryCodecs::getTwist);

  static final MessageCodec<Wrench> WRENCH =
      new MessageCodec<>(
          "geometry_msgs/Wrench",
          Wrench.class,
          m -> 48,
          GeometryCodecs::put,
          GeometryCodecs::getWrench);

  static final MessageCodec<PoseStamped> POSE_STAMPED =
      new MessageCodec<>(
          "geometry_msgs/PoseStamped",
          PoseStamped.class,
          m -> StandardCodecs.sizeOf(m.header()) + 56,
          (m, out) -> {
            StandardCodecs.putHeader(m.header(), out);
            put(m.pose(), out);
          },
          in -> new PoseStamped(StandardCodecs.getHeader(in), getPose(in)));

  static final MessageCodec<TwistStamped> TWIST_STAMPED =
      new MessageCodec<>(
          "geometry_msgs/TwistStamped",
          TwistStamped.class,
          m -> StandardCodecs.sizeOf(m.header()) + 48,
          (m, out) -> {
            StandardCodecs.putHeader(m.header(), out);
            put(m.twist(), out);
          },
          in -> new TwistStamped(StandardCodecs.getHeader(in), getTwist(in)));

  static final MessageCodec<WrenchStamped> WRENCH_STAMPED =
      new MessageCodec<>(
          "geometry_msgs/WrenchStamped",
          WrenchStamped.class,
          m -> StandardCodecs.sizeOf(m.header()) + 48,
          (m, out) -> {
            StandardCodecs.putHeader(m.header(), out);
            put(m.wrench(), out);
          },
          in -> new WrenchStamped(StandardCodecs.getHeader(in), getWrench(in)));

  static final List<MessageCodec<?>> ALL =
      List.of(
          VECTOR3,
          POINT,
          QUATERNION,
          POSE,
          TWIST,
          WRENCH,
          POSE_STAMPED,
          TWIST_STAMPED,
          WRENCH_STAMPED);

  private GeometryCodecs() {}

  private static void put(Vector3 v, ByteBuffer out) {
    out.putDouble(v.x()).putDouble(v.y()).putDouble(v.z());
  }

  private static void put(Point p, ByteBuffer out) {
    out.putDouble(p.x()).putDouble(p.y()).putDouble(p.z());
  }

  private static void put(Quaternion q, ByteBuffer out) {
    out.putDouble(q.x()).putDouble(q.y()).putDouble(q.z()).putDouble(q.w());
  }

  private static void put(Pose p, ByteBuffer out) {
    put(p.position(), out);
    put(p.orientation(), out);
  }

  private static void put(Twist t, ByteBuffer out) {
    put(t.linear(), out);
    put(t.angular(), out);
  }

  private static void put(Wrench w, ByteBuffer out) {
    put(w.force(), out);
    put(w.torque(), out);
  }

  private static Vector3 getVector3(ByteBuffer in) {
    return new Vector3(in.getDouble(), in.getDouble(), in.getDouble());
  }

  private static Point getPoint(ByteBuffer in) {
    return new Point(in.getDouble(), in.getDouble(), in.getDouble());
  }

  private static Quaternion getQuaternion(ByteBuffer in) {
    return new Quaternion(in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble());
  }

  private static Pose getPose(ByteBuffer in) {
    return new Pose(getPoint(in), getQuaternion(in));
  }

  private static Twist getTwist(ByteBuffer in) {
    return new Twist(getVector3(in), getVector3(in));
  }

  private static Wrench getWrench(ByteBuffer in) {
    return new Wrench(getVector3(in), getVector3(in));
  }
}
