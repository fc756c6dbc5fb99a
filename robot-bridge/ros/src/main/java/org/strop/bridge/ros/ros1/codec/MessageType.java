package org.strop.bridge.ros.ros1.codec;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.strop.bridge.ros.msg.RosMessage;

/** A ROS 1 message type as it goes over the wire. Immutable; safe from any thread. */
public final class MessageType<M extends RosMessage> {
  private static final int LENGTH_PREFIX = 4;

  private final MessageCodec<M> codec;
  private final String md5;
  private final String fullDefinition;

  MessageType(MessageCodec<M> codec, String md5, String fullDefinition) {
    this.codec = codec;
    this.md5 = md5;
    this.fullDefinition = fullDefinition;
  }

  /** Returns the name in ROS, {@code package/Type}. */
  public String rosType() {
    return codec.rosType();
  }

  /** Returns the md5 sum by which ROS checks that both ends mean the same type, 32 hex digits. */
  public String md5() {
    return md5;
  }

  /**
   * Returns the definition followed by those of all the types that it uses, as {@code rosbag}
   * stores it.
   */
  public String fullDefinition() {
    return fullDefinition;
  }

  /**
   * Returns the message as a TCPROS frame: four bytes of length, then the message. The array is the
   * caller's.
   */
  public byte[] encodeFrame(M message) {
    int size = codec.size().applyAsInt(message);
    byte[] frame = new byte[LENGTH_PREFIX + size];
    ByteBuffer out = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(size);
    codec.write().accept(message, out);
    if (out.hasRemaining()) {
      throw new IllegalStateException(
          "codec of " + rosType() + " left " + out.remaining() + " of " + size + " bytes");
    }
    return frame;
  }

  /**
   * Returns the message in a buffer, without the length prefix.
   *
   * @param bytes exactly one message; its position is moved, its bytes are not kept
   * @throws MalformedMessageException if the bytes are not a message of this type
   */
  public M decode(ByteBuffer bytes) throws MalformedMessageException {
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    int size = bytes.remaining();
    try {
      M message = codec.read().apply(bytes);
      if (bytes.hasRemaining()) {
        throw new MalformedMessageException(
            rosType() + " of " + size + " bytes has " + bytes.remaining() + " bytes too many");
      }
      return message;
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new MalformedMessageException(rosType() + " of " + size + " bytes is cut short", e);
    }
  }
}
