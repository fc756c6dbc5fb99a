package org.strop.bridge.ros.ros1.tcpros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.strop.bridge.ros.ros1.Fuzz;

class FramesTest {
  private static Frames frames(byte[] bytes) {
    return new Frames(new ByteArrayInputStream(bytes));
  }

  private static byte[] block(int length, byte[] content) {
    return ByteBuffer.allocate(4 + content.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(length)
        .put(content)
        .array();
  }

  @Test
  void blocksOfAnySizeAreReadWhole() throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    for (int length : new int[] {0, 1, 4095, 4096, 4097, 100_000, 1 << 20}) {
      byte[] content = new byte[length];
      random.nextBytes(content);
      ByteBuffer read = frames(block(length, content)).read(Frames.MESSAGE_LIMIT);
      byte[] found = new byte[read.remaining()];
      read.get(found);
      assertThat(found).isEqualTo(content);
    }
  }

  @Test
  void aLengthThatLiesCostsNoMemory() {
    Frames lying = frames(block(Frames.MESSAGE_LIMIT, new byte[5000]));
    long before = Fuzz.allocatedBytes();
    assertThatThrownBy(() -> lying.read(Frames.MESSAGE_LIMIT)).isInstanceOf(EOFException.class);
    assertThat(Fuzz.allocatedBytes() - before).isLessThan(Fuzz.MUCH_MEMORY);
  }

  @Test
  void lengthsOverTheLimitAreRefused() {
    int quarterGibibyte = 256 << 20;
    assertThatThrownBy(() -> ConnectionHeader.read(frames(block(quarterGibibyte, new byte[10]))))
        .isInstanceOf(TcprosException.class)
        .hasMessageContaining("268435456");
    assertThatThrownBy(() -> frames(block(-1, new byte[10])).read(Frames.MESSAGE_LIMIT))
        .hasMessageContaining("4294967295");
  }

  @Test
  void aHeaderIsReadAsItWasWritten() throws Exception {
    ConnectionHeader header =
        ConnectionHeader.of("callerid", "/ü", "md5sum", "*", "message_definition", "a=b\nc\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    header.write(out);
    assertThat(ConnectionHeader.read(frames(out.toByteArray()))).isEqualTo(header);
  }

  @Test
  void anErrorOfThePeerIsTold() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ConnectionHeader.error("topic types differ").write(out);
    assertThatThrownBy(() -> ConnectionHeader.readAccepted(frames(out.toByteArray())))
        .hasMessageContaining("topic types differ");
  }

  @Test
  void damagedHeadersAreReadOrRefused() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ConnectionHeader.of("callerid", "/n", "topic", "/t", "md5sum", "*").write(out);
    Fuzz.forAll(
        5000,
        out.toByteArray(),
        input -> {
          try {
            assertThat(ConnectionHeader.read(frames(input)).fields()).isNotNull();
          } catch (IOException refused) {
            assertThat(refused.getMessage()).isNotEmpty();
          }
        });
  }
}
