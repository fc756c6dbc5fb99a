package org.strop.bridge.trajectory.codec;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.util.List;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.codec.v1.Action;
import org.strop.bridge.trajectory.codec.v1.ChannelSample;

/**
 * Encodes one step of one channel.
 *
 * <p>Which message carries a channel follows from its spec, so a reader that has the spec needs
 * nothing else: key {@code action} is {@code Action}; keys {@code observation.joints.position},
 * {@code .velocity} and {@code .effort} are {@code JointState}; the component names of {@link
 * Channels#STATE} are {@code EndEffectorPose}, those of {@link Channels#WRENCH} {@code Wrench};
 * anything else is {@code ChannelSample}.
 */
public abstract class SampleCodec {
  SampleCodec() {}

  /** A stamp and as many values as the channel is wide. */
  public record Sample(long stampNanos, float[] values) {}

  /** Returns the codec of a channel. */
  public static SampleCodec of(ChannelSpec spec) {
    if (spec.key().equals(Channels.ACTION.key())) {
      return new ActionCodec();
    }
    if (JointCodec.field(spec.key()).isPresent()) {
      return new JointCodec(spec.key());
    }
    if (spec.names().equals(Channels.STATE.names())) {
      return new PoseCodec();
    }
    return spec.names().equals(Channels.WRENCH.names()) ? new WrenchCodec() : new PlainCodec();
  }

  /** Returns the message type. */
  abstract Descriptor type();

  /**
   * Returns the encoded message.
   *
   * @param values as many as the channel is wide; not modified
   */
  public abstract byte[] encode(long stampNanos, float[] values);

  abstract Sample parse(ByteBuffer message) throws InvalidProtocolBufferException;

  /**
   * Returns what was encoded.
   *
   * @throws IllegalArgumentException if the bytes are not such a message
   */
  public final Sample decode(ByteBuffer message) {
    try {
      return parse(message.duplicate());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("not a " + type().getFullName(), e);
    }
  }

  static float[] toArray(List<Float> values) {
    float[] array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return array;
  }

  private static final class PlainCodec extends SampleCodec {
    @Override
    Descriptor type() {
      return ChannelSample.getDescriptor();
    }

    @Override
    public byte[] encode(long stampNanos, float[] values) {
      ChannelSample.Builder message = ChannelSample.newBuilder().setStampNanos(stampNanos);
      for (float value : values) {
        message.addValues(value);
      }
      return message.build().toByteArray();
    }

    @Override
    Sample parse(ByteBuffer message) throws InvalidProtocolBufferException {
      ChannelSample sample = ChannelSample.parseFrom(message);
      return new Sample(sample.getStampNanos(), toArray(sample.getValuesList()));
    }
  }

  private static final class ActionCodec extends SampleCodec {
    @Override
    Descriptor type() {
      return Action.getDescriptor();
    }

    @Override
    public byte[] encode(long stampNanos, float[] values) {
      Action.Builder message = Action.newBuilder().setStampNanos(stampNanos);
      for (float value : values) {
        message.addValues(value);
      }
      return message.build().toByteArray();
    }

    @Override
    Sample parse(ByteBuffer message) throws InvalidProtocolBufferException {
      Action action = Action.parseFrom(message);
      return new Sample(action.getStampNanos(), toArray(action.getValuesList()));
    }
  }
}
