package org.strop.ui.panel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.TrajectoryEvent;
import org.strop.bridge.trajectory.Workpiece;

/**
 * Writes an episode as the page replays it, straight to the stream: no copy of it is held.
 *
 * <p>Units are SI, poses in the world frame. A channel that the episode lacks is an empty list, a
 * workpiece that it lacks is null, and a value that was not observed is null. Events carry seconds
 * since the first step. The source of the episode is left out: judgement is blind.
 */
final class ReplayJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final double NANOS = 1e-9;

  private ReplayJson() {}

  static void write(Trajectory trajectory, OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("episode_id", trajectory.info().episodeId());
      json.writeNumberField("rate_hz", trajectory.info().rateHz());
      channel(json, "state", trajectory, Channels.STATE);
      channel(json, "wrench", trajectory, Channels.WRENCH);
      channel(json, "cut", trajectory, Channels.CUT);
      json.writeFieldName("workpiece");
      workpiece(json, trajectory.info().workpiece());
      events(json, trajectory);
      json.writeEndObject();
    }
  }

  private static void channel(
      JsonGenerator json, String name, Trajectory trajectory, ChannelSpec spec) throws IOException {
    json.writeFieldName(name);
    Optional<FloatMatrix> values = trajectory.find(spec.key());
    if (values.isPresent()) {
      matrix(json, values.get());
    } else {
      json.writeStartArray();
      json.writeEndArray();
    }
  }

  private static void matrix(JsonGenerator json, FloatMatrix values) throws IOException {
    json.writeStartArray();
    for (int row = 0; row < values.rows(); row++) {
      json.writeStartArray();
      for (int col = 0; col < values.cols(); col++) {
        float value = values.get(row, col);
        if (Float.isFinite(value)) {
          json.writeNumber(value);
        } else {
          json.writeNull();
        }
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void workpiece(JsonGenerator json, Optional<Workpiece> workpiece)
      throws IOException {
    if (workpiece.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("kind", workpiece.get().kind());
    json.writeFieldName("profile");
    matrix(json, workpiece.get().profile());
    json.writeNumberField("skin_thickness_m", workpiece.get().skinThicknessM());
    json.writeEndObject();
  }

  private static void events(JsonGenerator json, Trajectory trajectory) throws IOException {
    json.writeArrayFieldStart("events");
    for (TrajectoryEvent event : trajectory.events()) {
      long start = trajectory.length() == 0 ? event.stampNanos() : trajectory.stampNanos(0);
      json.writeStartObject();
      json.writeNumberField("at_s", (event.stampNanos() - start) * NANOS);
      json.writeStringField("kind", event.kind());
      json.writeStringField("text", event.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
