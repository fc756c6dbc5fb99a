package org.strop.bridge.ros.ros1.codec;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.strop.bridge.ros.TriggerResult;

/** Wire form of std_srvs/Trigger: an empty request; a bool and a string as the answer. */
public final class TriggerType {
  /** Name in ROS. */
  public static final String NAME = "std_srvs/Trigger";

  /** The md5 sum of the service. */
  public static final String MD5 =
      MessageTypes.serviceMd5("std_srvs", "", "bool success\nstring message\n");

  private TriggerType() {}

  /** Returns an answer as it is sent: the byte 1 for a call that succeeded, length, content. */
  public static byte[] encodeAnswer(TriggerResult result) {
    int size = 1 + Wire.sizeOf(result.message());
    ByteBuffer out = ByteBuffer.allocate(5 + size).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 1).putInt(size).put((byte) (result.success() ? 1 : 0));
    Wire.putString(out, result.message());
    return out.array();
  }

  /**
   * Returns the content of an answer.
   *
   * @throws MalformedMessageException if it is cut short
   */
  public static TriggerResult decodeAnswer(ByteBuffer in) throws MalformedMessageException {
    try {
      in.order(ByteOrder.LITTLE_ENDIAN);
      return new TriggerResult(in.get() != 0, Wire.getString(in));
    } catch (BufferUnderflowException e) {
      throw new MalformedMessageException("answer of " + NAME + " is cut short", e);
    }
  }
}
