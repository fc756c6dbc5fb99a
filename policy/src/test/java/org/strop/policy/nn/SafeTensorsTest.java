package org.strop.policy.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

class SafeTensorsTest {
  private static final Path FILE = Path.of("x.safetensors");
  private static final Map<String, Tensor> TENSORS =
      Map.of(
          "b", Tensor.of(new long[] {2, 2}, new float[] {1, -2.5f, Float.MIN_VALUE, 4}),
          "a", Tensor.vector(7, 8, 9),
          "empty", Tensor.of(new long[] {0, 3}, new float[0]),
          "scalar", Tensor.of(new long[0], new float[] {5}));
  private static final Map<String, String> METADATA = Map.of("format", "pt");

  @TempDir private Path folder;

  @Test
  void writingThenReadingIsTheIdentity() throws IOException {
    Path file = folder.resolve("w.safetensors");
    SafeTensors.write(file, TENSORS, METADATA);
    SafeTensors.Content content = SafeTensors.read(file);
    assertThat(content.tensors()).isEqualTo(TENSORS);
    assertThat(content.metadata()).isEqualTo(METADATA);
  }

  /** The format by hand: what its own library writes for this tensor. */
  @Test
  void theBytesAreThoseOfTheFormat() {
    String header =
        "{\"__metadata__\":{\"format\":\"pt\"},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}";
    String padded = header + " ".repeat((8 - header.length() % 8) % 8);
    ByteBuffer expected = ByteBuffer.allocate(8 + padded.length() + 8);
    expected.order(ByteOrder.LITTLE_ENDIAN).putLong(padded.length());
    expected.put(padded.getBytes(StandardCharsets.UTF_8)).putFloat(1.5f).putFloat(-2);
    Map<String, Tensor> one = Map.of("w", Tensor.of(new long[] {1, 2}, new float[] {1.5f, -2}));
    assertThat(SafeTensors.encode(one, METADATA).array()).isEqualTo(expected.array());
  }

  @Test
  void aFileCutAtAnyByteIsRefused() {
    byte[] whole = SafeTensors.encode(TENSORS, METADATA).array();
    for (int length = 0; length < whole.length; length++) {
      ByteBuffer cut = ByteBuffer.wrap(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> SafeTensors.decode(cut, FILE)).satisfies(SafeTensorsTest::isCorrupt);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"w\":3}",
        "{\"w\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,16]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4],\"data_offsets\":[0,8]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"v\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}",
        "{\"__metadata__\":{\"x\":1},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
      })
  void headersThatLieAreRefused(String header) {
    assertThatThrownBy(() -> SafeTensors.decode(withEightBytes(header), FILE))
        .satisfies(SafeTensorsTest::isCorrupt);
  }

  @Test
  void aHugeHeaderLengthIsRefusedBeforeAnythingIsAllocated() {
    ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(0, Long.MAX_VALUE);
    assertThatThrownBy(() -> SafeTensors.decode(bytes, FILE)).satisfies(SafeTensorsTest::isCorrupt);
  }

  @Test
  void aMissingFileIsMissingNotCorrupt() {
    assertThatThrownBy(() -> SafeTensors.read(folder.resolve("none")))
        .isInstanceOfSatisfying(
            StropException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MISSING_DATA));
  }

  private static ByteBuffer withEightBytes(String header) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + 8).order(ByteOrder.LITTLE_ENDIAN);
    return bytes.putLong(json.length).put(json).rewind();
  }

  private static void isCorrupt(Throwable e) {
    assertThat(e).isInstanceOf(StropException.class);
    assertThat(((StropException) e).code()).isEqualTo(ErrorCode.CORRUPT_DATA);
    assertThat(((StropException) e).where()).contains("x.safetensors, byte ");
  }
}
