package org.strop.bridge.trajectory.codec;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.TrajectoryEvent;
import org.strop.bridge.trajectory.codec.v1.EpisodeHeader;
import org.strop.bridge.trajectory.codec.v1.Event;
import org.strop.bridge.trajectory.codec.v1.Step;
import org.strop.bridge.trajectory.mcap.McapRecord;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/** Puts the messages of an episode file together. */
final class EpisodeAssembler {
  /** What came of one channel so far. */
  private static final class Column {
    final ChannelSpec spec;
    final SampleCodec codec;
    final List<float[]> rows = new ArrayList<>();

    Column(ChannelSpec spec) {
      this.spec = spec;
      this.codec = SampleCodec.of(spec);
    }
  }

  private final Path file;
  private final Map<Integer, String> topics = new LinkedHashMap<>();
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final List<Long> stamps = new ArrayList<>();
  private final List<TrajectoryEvent> events = new ArrayList<>();
  private @Nullable EpisodeHeader header;

  EpisodeAssembler(Path file) {
    this.file = file;
  }

  void channel(McapRecord.Channel channel) {
    topics.put(channel.id(), channel.topic());
  }

  void message(McapRecord.Message message) throws InvalidProtocolBufferException {
    String topic = topics.getOrDefault(message.channelId(), "");
    switch (topic) {
      case EpisodeCodec.HEADER_TOPIC -> header(message);
      case EpisodeCodec.STEP_TOPIC ->
          stamps.add(Step.parseFrom(message.data().duplicate()).getStampNanos());
      case EpisodeCodec.EVENT_TOPIC ->
          events.add(EpisodeCodec.decode(Event.parseFrom(message.data().duplicate())));
      default -> sample(topic, message);
    }
  }

  private void header(McapRecord.Message message) throws InvalidProtocolBufferException {
    EpisodeHeader found = EpisodeHeader.parseFrom(message.data().duplicate());
    if (found.getSchemaVersion() > EpisodeCodec.SCHEMA_VERSION) {
      throw new StropException(
          ErrorCode.TOO_NEW,
          "the episode has schema version "
              + found.getSchemaVersion()
              + ", but this release reads up to "
              + EpisodeCodec.SCHEMA_VERSION
              + ".",
          file.toString(),
          "use the release that wrote it, or a newer one.");
    }
    header = found;
    found.getChannelsList().stream()
        .map(HeaderCodec::decode)
        .forEach(spec -> columns.put(spec.key(), new Column(spec)));
  }

  private void sample(String topic, McapRecord.Message message)
      throws InvalidProtocolBufferException {
    Column column = columns.get(topic);
    if (column != null) { // a topic that the header does not name belongs to someone else
      column.rows.add(column.codec.decode(message.data()).values());
    }
  }

  Trajectory trajectory() {
    EpisodeHeader found = header;
    if (found == null) {
      throw new IllegalArgumentException("there is no episode header");
    }
    if (found.getStepCount() != stamps.size() || found.getEventCount() != events.size()) {
      throw new IllegalArgumentException(
          String.format(
              java.util.Locale.ROOT,
              "expected %d steps and %d events, found %d and %d",
              found.getStepCount(),
              found.getEventCount(),
              stamps.size(),
              events.size()));
    }
    Map<ChannelSpec, FloatMatrix> channels = new LinkedHashMap<>();
    columns.values().forEach(c -> channels.put(c.spec, FloatMatrix.ofRows(c.spec.width(), c.rows)));
    long[] nanos = stamps.stream().mapToLong(Long::longValue).toArray();
    return new Trajectory(HeaderCodec.decode(found), nanos, channels, events);
  }
}
