package org.strop.policy.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
  @TempDir private Path folder;

  /** The record format's own test vector: CRC-32C of "123456789" is e3069283. */
  @Test
  void checksumsAreMaskedAsTensorFlowDoes() {
    byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
    int crc = 0xE3069283;
    assertThat(EventFile.maskedCrc(digits)).isEqualTo(((crc >>> 15) | (crc << 17)) + 0xA282EAD8);
  }

  @Test
  void scalarsAreReadBackByProtobuf() throws IOException {
    try (EventFile file = EventFile.create(folder, 0)) {
      file.scalar(300, "losses/diffusion", 0.25);
    }
    Path path = folder.resolve("events.out.tfevents.0000000000.strop");
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(new String(record(bytes), StandardCharsets.UTF_8)).endsWith("brain.Event:2");
    CodedInputStream event = CodedInputStream.newInstance(record(bytes));
    assertThat(event.readTag()).isEqualTo(1 << 3 | 1);
    event.readDouble();
    assertThat(event.readTag()).isEqualTo(2 << 3);
    assertThat(event.readInt64()).isEqualTo(300);
    assertThat(event.readTag()).isEqualTo(5 << 3 | 2);
    CodedInputStream summary = event.readBytes().newCodedInput();
    assertThat(summary.readTag()).isEqualTo(1 << 3 | 2);
    CodedInputStream value = summary.readBytes().newCodedInput();
    assertThat(value.readTag()).isEqualTo(1 << 3 | 2);
    assertThat(value.readString()).isEqualTo("losses/diffusion");
    assertThat(value.readTag()).isEqualTo(2 << 3 | 5);
    assertThat(value.readFloat()).isEqualTo(0.25f);
    assertThat(bytes.hasRemaining()).isFalse();
  }

  private static byte[] record(ByteBuffer bytes) {
    byte[] length = new byte[8];
    bytes.get(length);
    assertThat(bytes.getInt()).isEqualTo(EventFile.maskedCrc(length));
    long size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
    byte[] data = new byte[(int) size];
    bytes.get(data);
    assertThat(bytes.getInt()).isEqualTo(EventFile.maskedCrc(data));
    return data;
  }
}
