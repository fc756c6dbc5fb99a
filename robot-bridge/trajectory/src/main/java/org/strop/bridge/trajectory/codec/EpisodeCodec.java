package org.strop.bridge.trajectory.codec;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.TrajectoryEvent;
import org.strop.bridge.trajectory.codec.v1.EpisodeHeader;
import org.strop.bridge.trajectory.codec.v1.Event;
import org.strop.bridge.trajectory.codec.v1.Step;
import org.strop.bridge.trajectory.mcap.McapOptions;
import org.strop.bridge.trajectory.mcap.McapRecord;
import org.strop.bridge.trajectory.mcap.McapStreamReader;
import org.strop.bridge.trajectory.mcap.McapWriter;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * One trajectory, one MCAP file. {@code read(write(t))} equals {@code t}; equal trajectories give
 * equal files.
 */
public final class EpisodeCodec {
  /** Version of the protobuf schema that is written. */
  public static final int SCHEMA_VERSION = 1;

  static final String HEADER_TOPIC = "episode";
  static final String STEP_TOPIC = "step";
  static final String EVENT_TOPIC = "events";

  private EpisodeCodec() {}

  /**
   * Writes a file; when it returns, the disk has it.
   *
   * @throws StropException IO if it can't be written
   */
  public static void write(Trajectory trajectory, Path file) {
    try (McapWriter writer = McapWriter.create(file, "", McapOptions.whole())) {
      SchemaFile schemas = new SchemaFile(writer);
      int header = topic(writer, schemas.idOf(EpisodeHeader.getDescriptor()), HEADER_TOPIC);
      long start = trajectory.length() == 0 ? 0 : logTime(trajectory.stampNanos(0));
      writer.message(header, 0, start, start, HeaderCodec.encode(trajectory).toByteArray());
      writeSteps(trajectory, writer, schemas);
      int events = topic(writer, schemas.idOf(Event.getDescriptor()), EVENT_TOPIC);
      for (int i = 0; i < trajectory.events().size(); i++) {
        TrajectoryEvent event = trajectory.events().get(i);
        long time = logTime(event.stampNanos());
        writer.message(events, i, time, time, encode(event));
      }
    }
  }

  private static void writeSteps(Trajectory trajectory, McapWriter writer, SchemaFile schemas) {
    int steps = topic(writer, schemas.idOf(Step.getDescriptor()), STEP_TOPIC);
    List<ChannelSpec> specs = trajectory.specs();
    List<SampleCodec> codecs = specs.stream().map(SampleCodec::of).toList();
    List<FloatMatrix> values = specs.stream().map(trajectory::channel).toList();
    int[] ids = new int[specs.size()];
    for (int c = 0; c < ids.length; c++) {
      int schema = schemas.idOf(codecs.get(c).type());
      String key = specs.get(c).key();
      ids[c] = writer.channel(schema, key, SchemaFile.ENCODING, ChannelWords.of(specs.get(c)));
    }
    for (int t = 0; t < trajectory.length(); t++) {
      long stamp = trajectory.stampNanos(t);
      long time = logTime(stamp);
      Step step = Step.newBuilder().setStampNanos(stamp).setIndex(t).build();
      writer.message(steps, t, time, time, step.toByteArray());
      for (int c = 0; c < ids.length; c++) {
        byte[] sample = codecs.get(c).encode(stamp, values.get(c).row(t));
        writer.message(ids[c], t, time, time, sample);
      }
    }
  }

  private static int topic(McapWriter writer, int schema, String topic) {
    return writer.channel(schema, topic, SchemaFile.ENCODING, Map.of());
  }

  /** MCAP times are unsigned; the exact stamp is in the message. */
  static long logTime(long stampNanos) {
    return Math.max(0, stampNanos);
  }

  static byte[] encode(TrajectoryEvent event) {
    return Event.newBuilder()
        .setStampNanos(event.stampNanos())
        .setKind(event.kind())
        .setText(event.text())
        .build()
        .toByteArray();
  }

  static TrajectoryEvent decode(Event event) {
    return new TrajectoryEvent(event.getStampNanos(), event.getKind(), event.getText());
  }

  /**
   * Reads a file.
   *
   * @throws StropException MISSING_DATA if it is not there; CORRUPT_DATA, naming file and byte, if
   *     it is cut, damaged or not an episode; TOO_NEW if its schema is newer than ours
   */
  public static Trajectory read(Path file) {
    EpisodeAssembler assembler = new EpisodeAssembler(file);
    try (McapStreamReader reader = McapStreamReader.open(file)) {
      List<McapRecord.Message> messages = new ArrayList<>();
      while (true) {
        java.util.Optional<McapRecord> record = reader.next();
        if (record.isEmpty()) {
          break;
        }
        if (record.get() instanceof McapRecord.Channel channel) {
          assembler.channel(channel);
        } else if (record.get() instanceof McapRecord.Message message) {
          messages.add(message);
        }
      }
      reader.requireWhole();
      for (McapRecord.Message message : messages) {
        assembler.message(message);
      }
      return assembler.trajectory();
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          "the episode does not follow its schema: " + e.getMessage() + ".",
          file.toString(),
          "copy the file again from its source.",
          e);
    }
  }
}
