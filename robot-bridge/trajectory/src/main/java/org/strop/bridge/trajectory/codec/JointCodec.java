package org.strop.bridge.trajectory.codec;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.strop.bridge.trajectory.codec.v1.JointState;

/** Encodes positions, velocities or efforts of joints. */
final class JointCodec extends SampleCodec {
  /** One quantity of a joint. */
  enum Field {
    POSITION,
    VELOCITY,
    EFFORT
  }

  private static final String PREFIX = "observation.joints.";

  private final Field field;

  JointCodec(String key) {
    this.field = field(key).orElseThrow();
  }

  /** Returns the quantity that a channel's key names, if it names one. */
  static Optional<Field> field(String key) {
    return switch (key) {
      case PREFIX + "position" -> Optional.of(Field.POSITION);
      case PREFIX + "velocity" -> Optional.of(Field.VELOCITY);
      case PREFIX + "effort" -> Optional.of(Field.EFFORT);
      default -> Optional.empty();
    };
  }

  @Override
  Descriptor type() {
    return JointState.getDescriptor();
  }

  @Override
  public byte[] encode(long stampNanos, float[] values) {
    JointState.Builder message = JointState.newBuilder().setStampNanos(stampNanos);
    for (float value : values) {
      switch (field) {
        case POSITION -> message.addPosition(value);
        case VELOCITY -> message.addVelocity(value);
        case EFFORT -> message.addEffort(value);
      }
    }
    return message.build().toByteArray();
  }

  @Override
  Sample parse(ByteBuffer message) throws InvalidProtocolBufferException {
    JointState joints = JointState.parseFrom(message);
    List<Float> values =
        switch (field) {
          case POSITION -> joints.getPositionList();
          case VELOCITY -> joints.getVelocityList();
          case EFFORT -> joints.getEffortList();
        };
    return new Sample(joints.getStampNanos(), toArray(values));
  }
}
