package org.strop.bridge.trajectory.codec;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors;
import com.google.protobuf.DynamicMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.bridge.trajectory.RandomTrajectories;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.codec.v1.EpisodeHeader;
import org.strop.bridge.trajectory.mcap.McapOptions;
import org.strop.bridge.trajectory.mcap.McapRecord;
import org.strop.bridge.trajectory.mcap.McapStreamReader;
import org.strop.bridge.trajectory.mcap.McapWriter;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

class EpisodeCodecTest {
  @TempDir Path folder;

  @Test
  void readingWhatWasWrittenGivesTheSameTrajectory() {
    SplittableRandom random = new SplittableRandom(1);
    Path file = folder.resolve("e.mcap");
    for (int trial = 0; trial < 200; trial++) {
      Trajectory trajectory = RandomTrajectories.any(random);
      EpisodeCodec.write(trajectory, file);
      assertThat(EpisodeCodec.read(file)).as("trial %d", trial).isEqualTo(trajectory);
    }
  }

  @Test
  void equalTrajectoriesGiveEqualFiles() throws IOException {
    for (String name : List.of("a", "b")) {
      EpisodeCodec.write(RandomTrajectories.any(new SplittableRandom(7)), folder.resolve(name));
    }
    assertThat(Files.mismatch(folder.resolve("a"), folder.resolve("b"))).isEqualTo(-1);
  }

  @Test
  void aReaderThatOnlyHasTheFileCanDecodeEveryMessage() throws Exception {
    Path file = folder.resolve("e.mcap");
    EpisodeCodec.write(RandomTrajectories.any(new SplittableRandom(3)), file);
    Map<Integer, McapRecord.Schema> schemas = new java.util.HashMap<>();
    Map<Integer, McapRecord.Channel> channels = new java.util.HashMap<>();
    int messages = 0;
    for (McapRecord record : records(file)) {
      if (record instanceof McapRecord.Schema schema) {
        schemas.put(schema.id(), schema);
      } else if (record instanceof McapRecord.Channel channel) {
        channels.put(channel.id(), channel);
      } else if (record instanceof McapRecord.Message message) {
        McapRecord.Channel channel = requireNonNull(channels.get(message.channelId()));
        McapRecord.Schema schema = requireNonNull(schemas.get(channel.schemaId()));
        DynamicMessage decoded = DynamicMessage.parseFrom(type(schema), bytes(message.data()));
        assertThat(decoded.getUnknownFields().asMap()).isEmpty();
        messages++;
      }
    }
    assertThat(messages).isGreaterThan(10);
  }

  private static Descriptors.Descriptor type(McapRecord.Schema schema) throws Exception {
    FileDescriptorSet set = FileDescriptorSet.parseFrom(bytes(schema.data()));
    List<Descriptors.FileDescriptor> built = new ArrayList<>();
    for (var file : set.getFileList()) {
      built.add(
          Descriptors.FileDescriptor.buildFrom(
              file, built.toArray(new Descriptors.FileDescriptor[0])));
    }
    String simple = schema.name().substring(schema.name().lastIndexOf('.') + 1);
    return built.get(built.size() - 1).findMessageTypeByName(simple);
  }

  @Test
  void aCutEpisodeIsToldWithFileAndByte() throws IOException {
    Path file = folder.resolve("e.mcap");
    EpisodeCodec.write(RandomTrajectories.peeling("e", 50, 1), file);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 37) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> EpisodeCodec.read(file))
          .isInstanceOfSatisfying(
              StropException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.CORRUPT_DATA);
                assertThat(e.where()).startsWith(file + ", byte ");
              });
    }
  }

  @Test
  void anEpisodeOfANewerSchemaIsRefusedAsSuch() {
    Path file = folder.resolve("e.mcap");
    try (McapWriter writer = McapWriter.create(file, "", McapOptions.whole())) {
      int schema = new SchemaFile(writer).idOf(EpisodeHeader.getDescriptor());
      int channel = writer.channel(schema, EpisodeCodec.HEADER_TOPIC, "protobuf", Map.of());
      byte[] header = EpisodeHeader.newBuilder().setSchemaVersion(2).build().toByteArray();
      writer.message(channel, 0, 0, 0, header);
    }
    assertThatThrownBy(() -> EpisodeCodec.read(file))
        .isInstanceOfSatisfying(
            StropException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_NEW));
  }

  @Test
  void anotherMcapFileIsNotAnEpisode() {
    Path file = folder.resolve("e.mcap");
    McapWriter.create(file, "", McapOptions.whole()).close();
    assertThatThrownBy(() -> EpisodeCodec.read(file))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("there is no episode header");
  }

  private static List<McapRecord> records(Path file) {
    List<McapRecord> records = new ArrayList<>();
    try (McapStreamReader reader = McapStreamReader.open(file)) {
      Optional<McapRecord> record = reader.next();
      while (record.isPresent()) {
        records.add(record.get());
        record = reader.next();
      }
    }
    return records;
  }

  private static byte[] bytes(java.nio.ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
