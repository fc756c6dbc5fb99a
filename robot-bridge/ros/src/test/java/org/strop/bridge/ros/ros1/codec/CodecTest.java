package org.strop.bridge.ros.ros1.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.strop.bridge.ros.msg.Float64MultiArray;
import org.strop.bridge.ros.msg.Header;
import org.strop.bridge.ros.msg.RosMessage;
import org.strop.bridge.ros.msg.StringMessage;
import org.strop.bridge.ros.ros1.Fuzz;
import org.strop.bridge.ros.ros1.SampleMessages;

class CodecTest {
  static List<RosMessage> everyMessage() {
    return SampleMessages.all();
  }

  @SuppressWarnings("unchecked") // a message's class is the class of that message
  private static <M extends RosMessage> MessageType<M> typeOf(M message) {
    return MessageTypes.of((Class<M>) message.getClass());
  }

  private static ByteBuffer content(byte[] frame) {
    return ByteBuffer.wrap(frame, 4, frame.length - 4).slice();
  }

  @ParameterizedTest
  @MethodSource("everyMessage")
  void decodingWhatWasEncodedIsTheIdentity(RosMessage message) throws Exception {
    byte[] frame = typeOf(message).encodeFrame(message);
    assertThat(ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).getInt())
        .isEqualTo(frame.length - 4);
    assertThat(typeOf(message).decode(content(frame))).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("everyMessage")
  void aMessageCutAnywhereOrWithATailIsRefused(RosMessage message) {
    MessageType<?> type = typeOf(message);
    byte[] frame = typeOf(message).encodeFrame(message);
    for (int n = 0; n < frame.length - 4; n++) {
      ByteBuffer cut = ByteBuffer.wrap(frame, 4, n).slice();
      assertThatThrownBy(() -> type.decode(cut)).isInstanceOf(MalformedMessageException.class);
    }
    ByteBuffer longer = ByteBuffer.allocate(frame.length - 3).put(frame, 4, frame.length - 4);
    assertThatThrownBy(() -> type.decode(longer.rewind())).hasMessageContaining("1 bytes too many");
  }

  @ParameterizedTest
  @MethodSource("everyMessage")
  void damagedBytesAreRefusedWithoutMuchMemory(RosMessage message) throws Exception {
    MessageType<?> type = typeOf(message);
    byte[] frame = typeOf(message).encodeFrame(message);
    byte[] valid = java.util.Arrays.copyOfRange(frame, 4, frame.length);
    Fuzz.forAll(
        2000,
        valid,
        input -> {
          long before = Fuzz.allocatedBytes();
          try {
            type.decode(ByteBuffer.wrap(input));
          } catch (MalformedMessageException refused) {
            assertThat(refused).hasMessageContaining(type.rosType());
          }
          assertThat(Fuzz.allocatedBytes() - before).isLessThan(Fuzz.MUCH_MEMORY);
        });
  }

  @Test
  void aHeaderIsSecondsNanosecondsAndFrameInLittleEndian() {
    byte[] frame = MessageTypes.of(Header.class).encodeFrame(new Header(1, 3_000_000_002L, "ft"));
    assertThat(HexFormat.of().formatHex(frame))
        .isEqualTo("12000000" + "01000000" + "03000000" + "02000000" + "02000000" + "6674");
  }

  @Test
  void theLayoutOfAnArrayIsSkipped() throws Exception {
    ByteBuffer in = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    in.putInt(1).putInt(1).put((byte) 'x').putInt(2).putInt(2); // one dimension "x"
    in.putInt(0).putInt(1).putDouble(7.5); // offset, data
    assertThat(MessageTypes.of(Float64MultiArray.class).decode(in.flip()).data())
        .containsExactly(7.5);
  }

  @Test
  void aStampThatRosCannotHoldIsAProgrammingError() {
    assertThatThrownBy(() -> MessageTypes.of(Header.class).encodeFrame(new Header(0, -1, "world")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  @Test
  void encodingAllocatesOnlyTheFrame() {
    MessageType<?> unused = MessageTypes.of(StringMessage.class);
    assertThat(unused.rosType()).isEqualTo("std_msgs/String");
    var type = MessageTypes.of(org.strop.bridge.ros.msg.WrenchStamped.class);
    var message = SampleMessages.wrench(1);
    int frameBytes = type.encodeFrame(message).length;
    long worst = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      long before = Fuzz.allocatedBytes();
      for (int i = 0; i < 1000; i++) {
        type.encodeFrame(message);
      }
      worst = Math.min(worst, (Fuzz.allocatedBytes() - before) / 1000);
    }
    // The frame, its array header, and at most one buffer view.
    assertThat(worst).isLessThanOrEqualTo(frameBytes + 120L);
  }
}
