package org.strop.bridge.trajectory.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.TrajectoryEvent;
import org.strop.bridge.trajectory.codec.LogCodec.CameraImage;
import org.strop.bridge.trajectory.mcap.Damage;
import org.strop.bridge.trajectory.mcap.McapOptions;
import org.strop.bridge.trajectory.mcap.McapWriter;
import org.strop.configs.StropException;

class RawLogTest {
  @TempDir Path folder;

  private List<RawEntry> fill(RawLogWriter log, int samples) {
    SplittableRandom random = new SplittableRandom(5);
    List<RawEntry> entries = new ArrayList<>();
    log.channel(Channels.STATE);
    log.channel(Channels.WRENCH);
    for (int i = 0; i < samples; i++) {
      long stamp = 1_000_000_000L + i * 10_000_000L;
      boolean wrench = random.nextBoolean();
      float[] values = new float[wrench ? 6 : 7];
      for (int c = 0; c < values.length; c++) {
        values[c] = random.nextInt(9) == 0 ? Float.NaN : (float) random.nextDouble();
      }
      String key = (wrench ? Channels.WRENCH : Channels.STATE).key();
      RawEntry.RawSample sample = new RawEntry.RawSample(key, stamp, stamp + 777, values);
      log.append(key, stamp, stamp + 777, values);
      entries.add(sample);
    }
    return entries;
  }

  @Test
  void whatWasAppendedIsReadInOrder() {
    Path file = folder.resolve("raw.mcap");
    List<RawEntry> written;
    try (RawLogWriter log = RawLogWriter.create(file)) {
      written = fill(log, 300);
      TrajectoryEvent event = new TrajectoryEvent(4_000_000_000L, "start", "episode-1");
      log.event(event, 4_000_000_500L);
      written.add(new RawEntry.RawEvent(event, 4_000_000_500L));
      CameraImage image = new CameraImage(5, "png", ByteBuffer.wrap(new byte[] {1, 2, 3}));
      log.image("observation.images.wrist", image, 6);
      written.add(new RawEntry.RawImage("observation.images.wrist", image, 6));
    }
    List<RawEntry> read = new ArrayList<>();
    RawLogReader log = RawLogReader.read(file, read::add);
    assertThat(read).isEqualTo(written);
    assertThat(log.channels()).containsExactly(Channels.STATE, Channels.WRENCH);
    assertThat(log.damage()).isEmpty();
    assertThat(log.truncatedBytes()).isZero();
  }

  @Test
  void aLogCutAnywhereGivesAPrefixOfWhatWasWritten() throws IOException {
    Path file = folder.resolve("raw.mcap");
    List<RawEntry> written;
    try (RawLogWriter log = RawLogWriter.create(file)) {
      written = fill(log, 80);
    }
    int after = written.size();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (long length = channel.size() - 1; length >= 0; length--) {
        channel.truncate(length);
        List<RawEntry> read = new ArrayList<>();
        RawLogReader log = RawLogReader.read(file, read::add);
        assertThat(read.equals(written.subList(0, read.size()))).isTrue();
        assertThat(log.damage().map(Damage::kind)).contains(Damage.Kind.TRUNCATED);
        assertThat(log.truncatedBytes()).isBetween(0L, length);
        assertThat(read.size()).isLessThanOrEqualTo(after);
        after = read.size();
      }
    }
    assertThat(after).isZero();
  }

  @Test
  void aWriterThatIsNeverClosedLosesAtMostItsOpenChunk() {
    Path file = folder.resolve("raw.mcap");
    RawLogWriter log = RawLogWriter.create(file); // as after a kill: never closed
    List<RawEntry> written = fill(log, 1000); // 10 s of receive time, chunks of 250 ms
    List<RawEntry> read = RawLogReader.entries(file);
    assertThat(read.size()).isGreaterThanOrEqualTo(1000 - 26);
    assertThat(read).isEqualTo(written.subList(0, read.size()));
    log.sync();
    assertThat(RawLogReader.entries(file)).isEqualTo(written);
  }

  @Test
  void filesThatAreNoRawLogsAreRefused() throws IOException {
    Path file = folder.resolve("other.mcap");
    McapWriter.create(file, "ros1", McapOptions.whole()).close();
    assertThatThrownBy(() -> RawLogReader.entries(file))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("another kind of MCAP file");
    Files.writeString(file, "name,value\n1,2\n");
    assertThatThrownBy(() -> RawLogReader.entries(file))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("does not start like an MCAP file");
  }

  @Test
  void wrongUseIsRefused() {
    try (RawLogWriter log = RawLogWriter.create(folder.resolve("raw.mcap"))) {
      log.channel(Channels.STATE);
      assertThatThrownBy(() -> log.append("action", 0, 0, new float[7]))
          .hasMessageContaining("there is no channel action");
      assertThatThrownBy(() -> log.append("observation.state", 0, 0, new float[6]))
          .hasMessageContaining("expected 7 values, found 6");
    }
  }
}
