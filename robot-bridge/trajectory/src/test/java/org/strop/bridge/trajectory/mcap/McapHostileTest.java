package org.strop.bridge.trajectory.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/** Files that lie about sizes, or use what we do not support. */
class McapHostileTest {
  @TempDir Path folder;

  private static RecordEncoder start() {
    return new RecordEncoder().raw(McapLimits.MAGIC).record(new McapRecord.Header("", "hostile"));
  }

  private static Damage damage(RecordEncoder file) {
    try (McapStreamReader reader = McapStreamReader.of(file.toByteArray(), Path.of("hostile"))) {
      while (reader.next().isPresent()) {
        continue;
      }
      return reader.damage().orElseThrow();
    }
  }

  private static McapRecord.Chunk chunk(long claimed, String compression, byte[] bytes) {
    return new McapRecord.Chunk(0, 0, claimed, 0, compression, ByteBuffer.wrap(bytes));
  }

  @Test
  void hugeSizesAreRefusedBeforeMemoryIsGiven() {
    assertThat(damage(start().u8(Opcode.MESSAGE).u64(Long.MAX_VALUE).u32(0)).what())
        .isEqualTo("a record claims 9223372036854775807 bytes");
    assertThat(damage(start().u8(Opcode.MESSAGE).u64(-1).u32(0)).what())
        .isEqualTo("a record claims 18446744073709551615 bytes");
    assertThat(damage(start().record(chunk(1L << 40, "zstd", new byte[4]))).what())
        .isEqualTo("a chunk claims 1099511627776 bytes, over the limit of 256 MiB");
    assertThat(damage(start().u8(Opcode.METADATA).u64(8).u32(0).u32(0xffff_ffffL)).kind())
        .isEqualTo(Damage.Kind.CORRUPT);
  }

  @Test
  void badChunksAreToldAndGiveNothingOut() {
    assertThat(damage(start().record(chunk(9, "zstd", new byte[] {1, 2, 3}))).what())
        .startsWith("a chunk does not decompress");
    assertThat(damage(start().record(chunk(9, "", new byte[3]))).what())
        .isEqualTo("a chunk has 3 bytes, but claims 9");
    byte[] inner = new RecordEncoder().record(chunk(0, "", new byte[0])).toByteArray();
    assertThat(damage(start().record(chunk(inner.length, "", inner))).what())
        .isEqualTo("a chunk lies in a chunk");
    byte[] cut = java.util.Arrays.copyOf(inner, inner.length - 1);
    assertThat(damage(start().record(chunk(cut.length, "", cut))).what())
        .isEqualTo("a record in a chunk ends outside of it");
  }

  @Test
  void lz4IsToldWithTheCommandThatConverts() {
    Damage damage = damage(start().record(chunk(9, "lz4", new byte[3])));
    assertThat(damage.kind()).isEqualTo(Damage.Kind.UNSUPPORTED);
    StropException e = damage.toException(Path.of("a.mcap"));
    assertThat(e.what()).isEqualTo("a chunk is compressed with lz4, which is not supported.");
    assertThat(e.fix()).isEqualTo("convert it: mcap compress --compression zstd IN -o OUT.");
  }

  @Test
  void recordsOfLaterVersionsArePassedBy() {
    RecordEncoder file = start().u8(0x7f).u64(3).u8(1).u8(2).u8(3);
    file.record(new McapRecord.Metadata("after", Map.of("a", "b")));
    try (McapStreamReader reader = McapStreamReader.of(file.toByteArray(), Path.of("later"))) {
      reader.next();
      assertThat(reader.next().orElseThrow())
          .isEqualTo(new McapRecord.Unknown(0x7f, ByteBuffer.wrap(new byte[] {1, 2, 3})));
      assertThat(reader.next()).contains(new McapRecord.Metadata("after", Map.of("a", "b")));
    }
  }

  @Test
  void anIndexThatLiesIsAnErrorAndNotAnAllocation() throws IOException {
    Path file = folder.resolve("a.mcap");
    try (McapWriter writer = McapWriter.create(file, "", McapOptions.whole())) {
      int channel = writer.channel(0, "a", "json", Map.of());
      writer.message(channel, 0, 5, 5, new byte[] {'1'});
    }
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 0x55;
      Files.write(file, changed);
      try (McapIndexedReader reader = McapIndexedReader.open(file)) {
        List<McapRecord.Message> found = new ArrayList<>();
        reader.messages(c -> true, 0, 10, found::add);
      } catch (StropException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.CORRUPT_DATA);
        assertThat(e.where()).startsWith(file + ", byte ");
      }
    }
  }

  @Test
  void aFileWithoutAFooterIsForTheOtherReader() throws IOException {
    Path file = folder.resolve("a.mcap");
    McapWriter writer = McapWriter.create(file, "", McapOptions.live());
    int channel = writer.channel(0, "a", "json", Map.of());
    writer.message(channel, 0, 5, 5, new byte[] {'1'});
    writer.flush(); // and never closed
    assertThatThrownBy(() -> McapIndexedReader.open(file))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("the file ends without a footer");
    assertThatThrownBy(() -> McapIndexedReader.open(folder.resolve("b.mcap")))
        .isInstanceOfSatisfying(
            StropException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MISSING_DATA));
  }
}
