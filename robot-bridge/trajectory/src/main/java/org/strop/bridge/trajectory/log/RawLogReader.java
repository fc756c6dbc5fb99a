package org.strop.bridge.trajectory.log;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.codec.ChannelWords;
import org.strop.bridge.trajectory.codec.LogCodec;
import org.strop.bridge.trajectory.codec.SampleCodec;
import org.strop.bridge.trajectory.mcap.Damage;
import org.strop.bridge.trajectory.mcap.McapRecord;
import org.strop.bridge.trajectory.mcap.McapStreamReader;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * Reads a raw log, and of a log whose writer was killed all whole chunks. {@link #damage} and
 * {@link #truncatedBytes} say what is missing.
 */
public final class RawLogReader {
  private final Map<Integer, McapRecord.Channel> topics = new HashMap<>();
  private final Map<String, ChannelSpec> specs = new LinkedHashMap<>();
  private final Map<String, SampleCodec> codecs = new HashMap<>();
  private final Path file;
  private Optional<Damage> damage = Optional.empty();
  private long truncatedBytes;
  private boolean isRawLog;

  private RawLogReader(Path file) {
    this.file = file;
  }

  /**
   * Reads a log to its end, or to where it is cut.
   *
   * @param sink takes the entries in the order in which they were appended
   * @return the reader, which tells channels and damage
   * @throws StropException MISSING_DATA if the file is not there; CORRUPT_DATA if its beginning is
   *     not that of a raw log; TOO_NEW if a newer release wrote it
   */
  public static RawLogReader read(Path file, Consumer<RawEntry> sink) {
    RawLogReader log = new RawLogReader(file);
    try (McapStreamReader reader = McapStreamReader.open(file)) {
      Optional<McapRecord> record = reader.next();
      while (record.isPresent()) {
        log.accept(record.get(), sink);
        record = reader.next();
      }
      log.damage = reader.damage();
      log.truncatedBytes = reader.damage().isPresent() ? reader.truncatedBytes() : 0;
    } catch (IllegalArgumentException e) {
      throw log.notALog("a message does not follow its schema: " + e.getMessage());
    }
    if (!log.isRawLog && log.damage.map(d -> d.kind() == Damage.Kind.CORRUPT).orElse(true)) {
      throw log.notALog(log.damage.map(Damage::what).orElse("it is another kind of MCAP file"));
    }
    return log;
  }

  /** Returns all entries of a log; see {@link #read}. */
  public static List<RawEntry> entries(Path file) {
    List<RawEntry> entries = new ArrayList<>();
    read(file, entries::add);
    return entries;
  }

  /** Returns the channels, in the order in which they were added. */
  public List<ChannelSpec> channels() {
    return List.copyOf(specs.values());
  }

  /** Returns why reading stopped early, if it did. */
  public Optional<Damage> damage() {
    return damage;
  }

  /**
   * Returns the number of bytes at the end of the file that could not be used; 0 if it is whole.
   */
  public long truncatedBytes() {
    return truncatedBytes;
  }

  private void accept(McapRecord record, Consumer<RawEntry> sink) {
    if (record instanceof McapRecord.Channel channel) {
      topics.put(channel.id(), channel);
      ChannelWords.spec(channel.topic(), channel.metadata()).ifPresent(this::channel);
    } else if (record instanceof McapRecord.Message message) {
      accept(message, sink);
    } else if (record instanceof McapRecord.Metadata words
        && words.name().equals(RawLogWriter.FORMAT)) {
      isRawLog = "raw-log".equals(words.metadata().get("format"));
      checkVersion(words.metadata().getOrDefault("schema_version", ""));
    }
  }

  private void channel(ChannelSpec spec) {
    specs.put(spec.key(), spec);
    codecs.put(spec.key(), SampleCodec.of(spec));
  }

  private void checkVersion(String version) {
    int found = version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    if (found > RawLogWriter.VERSION) {
      throw new StropException(
          ErrorCode.TOO_NEW,
          "the log has schema version " + found + ", but this release reads up to 1.",
          file.toString(),
          "use the release that wrote it, or a newer one.");
    }
  }

  private void accept(McapRecord.Message message, Consumer<RawEntry> sink) {
    McapRecord.Channel channel = topics.get(message.channelId());
    if (channel == null) {
      throw new IllegalArgumentException("a message names channel " + message.channelId());
    }
    long receive = message.logTimeNanos();
    if (channel.topic().equals(RawLogWriter.EVENT_TOPIC)) {
      sink.accept(new RawEntry.RawEvent(LogCodec.decodeEvent(message.data()), receive));
    } else {
      SampleCodec codec = codecs.get(channel.topic());
      sink.accept(
          codec == null
              ? new RawEntry.RawImage(
                  channel.topic(), LogCodec.decodeImage(message.data()), receive)
              : sample(channel.topic(), codec.decode(message.data()), receive));
    }
  }

  private static RawEntry sample(String key, SampleCodec.Sample sample, long receiveNanos) {
    return new RawEntry.RawSample(key, sample.stampNanos(), receiveNanos, sample.values());
  }

  private StropException notALog(String why) {
    return new StropException(
        ErrorCode.CORRUPT_DATA,
        "the file is not a raw log: " + why + ".",
        file.toString(),
        "give a log that the recorder wrote.");
  }
}
