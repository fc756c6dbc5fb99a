package org.strop.bridge.trajectory.codec;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import org.strop.bridge.trajectory.codec.v1.Vector3;
import org.strop.bridge.trajectory.codec.v1.Wrench;

/** Encodes a wrench: force in N, torque in N m. */
final class WrenchCodec extends SampleCodec {
  @Override
  Descriptor type() {
    return Wrench.getDescriptor();
  }

  @Override
  public byte[] encode(long stampNanos, float[] v) {
    return Wrench.newBuilder()
        .setStampNanos(stampNanos)
        .setForceN(Vector3.newBuilder().setX(v[0]).setY(v[1]).setZ(v[2]))
        .setTorqueNm(Vector3.newBuilder().setX(v[3]).setY(v[4]).setZ(v[5]))
        .build()
        .toByteArray();
  }

  @Override
  Sample parse(ByteBuffer message) throws InvalidProtocolBufferException {
    Wrench wrench = Wrench.parseFrom(message);
    Vector3 f = wrench.getForceN();
    Vector3 m = wrench.getTorqueNm();
    float[] values = {f.getX(), f.getY(), f.getZ(), m.getX(), m.getY(), m.getZ()};
    return new Sample(wrench.getStampNanos(), values);
  }
}
