package org.strop.bridge.trajectory.codec;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import org.strop.bridge.trajectory.TrajectoryEvent;
import org.strop.bridge.trajectory.codec.v1.Event;
import org.strop.bridge.trajectory.codec.v1.Image;

/**
 * Turns what a log holds besides samples into messages and back. Decoding throws
 * IllegalArgumentException where the bytes are not such a message.
 */
public final class LogCodec {
  /** A compressed image: "jpeg" or "png", and the whole file. */
  public record CameraImage(long stampNanos, String format, ByteBuffer data) {}

  private LogCodec() {}

  /** Returns an encoded {@code strop.v1.Event}. */
  public static byte[] encode(TrajectoryEvent event) {
    return EpisodeCodec.encode(event);
  }

  /** Returns the event that was encoded. */
  public static TrajectoryEvent decodeEvent(ByteBuffer message) {
    try {
      return EpisodeCodec.decode(Event.parseFrom(message.duplicate()));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("not a strop.v1.Event", e);
    }
  }

  /** Returns an encoded {@code strop.v1.Image}. */
  public static byte[] encode(CameraImage image) {
    return Image.newBuilder()
        .setStampNanos(image.stampNanos())
        .setFormat(image.format())
        .setData(ByteString.copyFrom(image.data().duplicate()))
        .build()
        .toByteArray();
  }

  /** Returns the image that was encoded. */
  public static CameraImage decodeImage(ByteBuffer message) {
    try {
      Image image = Image.parseFrom(message.duplicate());
      return new CameraImage(
          image.getStampNanos(), image.getFormat(), image.getData().asReadOnlyByteBuffer());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("not a strop.v1.Image", e);
    }
  }
}
