package org.strop.bridge.trajectory.mcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads, and writes again, the files of the format's own conformance suite. */
class McapConformanceTest {
  /** Records that the suite's JSON leaves out. */
  private static final Set<String> UNLISTED = Set.of("Chunk", "MessageIndex", "Unknown");

  @TempDir Path folder;

  @Test
  void everyFileReadsFromFrontToBack() {
    List<Conformance> all = Conformance.all();
    for (Conformance file : all) {
      assertThat(stream(file.file())).as(file.toString()).isEqualTo(file.records());
    }
    assertThat(all).hasSize(416);
  }

  private static List<Map<String, Object>> stream(Path file) {
    List<Map<String, Object>> records = new ArrayList<>();
    try (McapStreamReader reader = McapStreamReader.open(file)) {
      Optional<McapRecord> record = reader.next();
      while (record.isPresent()) {
        if (!UNLISTED.contains(record.get().getClass().getSimpleName())) {
          records.add(Conformance.words(record.get()));
        }
        record = reader.next();
      }
      reader.requireWhole();
      assertThat(reader.truncatedBytes()).isZero();
    }
    return records;
  }

  @Test
  void everyIndexedFileGivesItsMessagesInOrderOfTime() {
    int indexed = 0;
    for (Conformance file : Conformance.all()) {
      if (!file.features().containsAll(Set.of("chx", "rch"))) {
        continue;
      }
      indexed++;
      List<Map<String, Object>> found = new ArrayList<>();
      try (McapIndexedReader reader = McapIndexedReader.open(file.file())) {
        reader.messages(
            channel -> channel.topic().equals("example"),
            0,
            Long.MAX_VALUE,
            message -> found.add(Conformance.words(message)));
      }
      List<Map<String, Object>> expected = new ArrayList<>(file.records());
      expected.removeIf(r -> !"Message".equals(r.get("type")));
      expected.sort(Comparator.comparing(r -> Long.parseLong((String) logTime(r))));
      assertThat(found).as(file.toString()).isEqualTo(expected);
    }
    assertThat(indexed).isGreaterThan(50);
  }

  private static Object logTime(Map<String, Object> record) {
    return java.util.Objects.requireNonNull(record.get("log_time"));
  }

  @Test
  void attachmentsAndMetadataAreFoundByTheIndex() {
    for (Conformance file : Conformance.all()) {
      try (McapIndexedReader reader = McapIndexedReader.open(file.file())) {
        for (McapRecord.AttachmentIndex index : reader.summary().attachments()) {
          assertThat(Conformance.words(reader.attachment(index))).isEqualTo(file.records().get(1));
        }
        for (McapRecord.MetadataIndex index : reader.summary().metadata()) {
          assertThat(Conformance.words(reader.metadata(index))).isEqualTo(file.records().get(1));
        }
      }
    }
  }

  @Test
  void writingTheSameRecordsGivesTheSameBytes() throws IOException {
    Path written = folder.resolve("written.mcap");
    int same = 0;
    for (Conformance file : Conformance.all()) {
      if (file.features().contains("pad")) {
        continue; // our writer never pads
      }
      write(file, written);
      assertThat(written).as(file.toString()).hasSameBinaryContentAs(file.file());
      same++;
    }
    assertThat(same).isEqualTo(208);
  }

  private static void write(Conformance file, Path to) {
    Set<String> f = file.features();
    McapOptions.Summary summary =
        new McapOptions.Summary(
            f.contains("rsh"),
            f.contains("rch"),
            f.contains("st"),
            f.contains("chx"),
            f.contains("ax"),
            f.contains("mdx"),
            f.contains("sum"));
    McapOptions options =
        new McapOptions(
            (String) file.field("Header", "library"),
            McapOptions.Compression.NONE,
            f.contains("ch") ? 1 << 20 : 0,
            Integer.MAX_VALUE,
            Long.MAX_VALUE,
            f.contains("mx"),
            summary);
    try (McapWriter writer =
            McapWriter.create(to, (String) file.field("Header", "profile"), options);
        McapStreamReader reader = McapStreamReader.open(file.file())) {
      Optional<McapRecord> record = reader.next();
      while (record.isPresent() && !(record.get() instanceof McapRecord.DataEnd)) {
        copy(record.get(), writer);
        record = reader.next();
      }
    }
  }

  private static void copy(McapRecord record, McapWriter writer) {
    if (record instanceof McapRecord.Schema r) {
      writer.schema(r.name(), r.encoding(), bytes(r.data()));
    } else if (record instanceof McapRecord.Channel r) {
      writer.channel(r.schemaId(), r.topic(), r.messageEncoding(), r.metadata());
    } else if (record instanceof McapRecord.Message r) {
      writer.message(
          r.channelId(), r.sequence(), r.logTimeNanos(), r.publishTimeNanos(), bytes(r.data()));
    } else if (record instanceof McapRecord.Metadata r) {
      writer.metadata(r.name(), r.metadata());
    } else if (record instanceof McapRecord.Attachment r) {
      writer.attachment(r);
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  @Test
  void everyFileCutAtEveryByteGivesAPrefixAndNoError() throws IOException {
    for (Conformance file : Conformance.all()) {
      byte[] whole = Files.readAllBytes(file.file());
      List<McapRecord> all = records(whole, Optional.empty());
      int before = 0;
      for (int length = 0; length < whole.length; length++) {
        byte[] cut = Arrays.copyOf(whole, length);
        List<McapRecord> read = records(cut, Optional.of(Damage.Kind.TRUNCATED));
        if (read.size() != before) {
          assertThat(read)
              .as("%s cut to %d bytes", file, length)
              .isEqualTo(all.subList(0, read.size()));
        }
        assertThat(read.size()).isGreaterThanOrEqualTo(before);
        before = read.size();
      }
      assertThat(before).as(file.toString()).isEqualTo(all.size()); // only the last 8 bytes lack
    }
  }

  @Test
  void aChangedByteNeverLeadsToAnythingButAReport() throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    int told = 0;
    for (Conformance file : Conformance.all()) {
      byte[] whole = Files.readAllBytes(file.file());
      for (int trial = 0; trial < 20; trial++) {
        byte[] changed = whole.clone();
        changed[random.nextInt(changed.length)] ^= (byte) random.nextInt(1, 256);
        try (McapStreamReader reader = McapStreamReader.of(changed, file.file())) {
          while (reader.next().isPresent()) {
            continue;
          }
          told += reader.damage().isPresent() ? 1 : 0;
        }
      }
    }
    assertThat(told).isGreaterThan(416 * 20 / 3); // padding and the summary have no stream checksum
  }

  private static List<McapRecord> records(byte[] bytes, Optional<Damage.Kind> damage) {
    List<McapRecord> records = new ArrayList<>();
    try (McapStreamReader reader = McapStreamReader.of(bytes, Path.of("cut"))) {
      Optional<McapRecord> record = reader.next();
      while (record.isPresent()) {
        records.add(record.get());
        record = reader.next();
      }
      assertThat(reader.damage().map(Damage::kind)).isEqualTo(damage);
    }
    return records;
  }
}
