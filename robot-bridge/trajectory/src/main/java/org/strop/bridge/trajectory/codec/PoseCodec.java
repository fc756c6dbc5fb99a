package org.strop.bridge.trajectory.codec;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import org.strop.bridge.trajectory.codec.v1.EndEffectorPose;
import org.strop.bridge.trajectory.codec.v1.Quaternion;
import org.strop.bridge.trajectory.codec.v1.Vector3;

/** Encodes a pose: x y z in m, quaternion x y z w. */
final class PoseCodec extends SampleCodec {
  @Override
  Descriptor type() {
    return EndEffectorPose.getDescriptor();
  }

  @Override
  public byte[] encode(long stampNanos, float[] v) {
    return EndEffectorPose.newBuilder()
        .setStampNanos(stampNanos)
        .setPositionM(Vector3.newBuilder().setX(v[0]).setY(v[1]).setZ(v[2]))
        .setOrientation(Quaternion.newBuilder().setX(v[3]).setY(v[4]).setZ(v[5]).setW(v[6]))
        .build()
        .toByteArray();
  }

  @Override
  Sample parse(ByteBuffer message) throws InvalidProtocolBufferException {
    EndEffectorPose pose = EndEffectorPose.parseFrom(message);
    Vector3 p = pose.getPositionM();
    Quaternion q = pose.getOrientation();
    float[] values = {p.getX(), p.getY(), p.getZ(), q.getX(), q.getY(), q.getZ(), q.getW()};
    return new Sample(pose.getStampNanos(), values);
  }
}
