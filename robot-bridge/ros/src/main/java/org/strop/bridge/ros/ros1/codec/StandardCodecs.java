package org.strop.bridge.ros.ros1.codec;

import java.nio.ByteBuffer;
import java.util.List;
import org.strop.bridge.ros.msg.BoolMessage;
import org.strop.bridge.ros.msg.Clock;
import org.strop.bridge.ros.msg.Float64MultiArray;
import org.strop.bridge.ros.msg.Header;
import org.strop.bridge.ros.msg.StringMessage;

/** Messages of std_msgs and rosgraph_msgs. */
final class StandardCodecs {
  static final MessageCodec<StringMessage> STRING =
      new MessageCodec<>(
          "std_msgs/String",
          StringMessage.class,
          m -> Wire.sizeOf(m.data()),
          (m, out) -> Wire.putString(out, m.data()),
          in -> new StringMessage(Wire.getString(in)));

  static final MessageCodec<BoolMessage> BOOL =
      new MessageCodec<>(
          "std_msgs/Bool",
          BoolMessage.class,
          m -> 1,
          (m, out) -> out.put((byte) (m.data() ? 1 : 0)),
          in -> new BoolMessage(in.get() != 0));

  static final MessageCodec<Clock> CLOCK =
      new MessageCodec<>(
          "rosgraph_msgs/Clock",
          Clock.class,
          m -> 8,
          (m, out) -> Wire.putTime(out, m.clockNanos()),
          in -> new Clock(Wire.getTime(in)));

  static final MessageCodec<Float64MultiArray> FLOAT64_MULTI_ARRAY =
      new MessageCodec<>(
          "std_msgs/Float64MultiArray",
          Float64MultiArray.class,
          m -> 8 + Wire.sizeOfDoubles(m.data()),
          (m, out) -> Wire.putDoubles(out.putInt(0).putInt(0), m.data()),
          in -> {
            skipLayout(in);
            return new Float64MultiArray(Wire.getDoubles(in));
          });

  static final MessageCodec<Header> HEADER =
      new MessageCodec<>(
          "std_msgs/Header",
          Header.class,
          m -> 12 + Wire.sizeOf(m.frameId()),
          StandardCodecs::putHeader,
          StandardCodecs::getHeader);

  static final List<MessageCodec<?>> ALL =
      List.of(STRING, BOOL, CLOCK, FLOAT64_MULTI_ARRAY, HEADER);

  private StandardCodecs() {}

  static int sizeOf(Header header) {
    return 12 + Wire.sizeOf(header.frameId());
  }

  static void putHeader(Header header, ByteBuffer out) {
    out.putInt((int) header.seq());
    Wire.putTime(out, header.stampNanos());
    Wire.putString(out, header.frameId());
  }

  static Header getHeader(ByteBuffer in) {
    return new Header(Integer.toUnsignedLong(in.getInt()), Wire.getTime(in), Wire.getString(in));
  }

  private static void skipLayout(ByteBuffer in) {
    int dimensions = Wire.getCount(in, 12);
    for (int i = 0; i < dimensions; i++) {
      int label = Wire.getCount(in, 1);
      in.position(in.position() + label);
      in.getLong();
    }
    in.getInt();
  }
}
