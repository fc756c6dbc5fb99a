package org.strop.sim.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.TrajectoryInfo;
import org.strop.bridge.trajectory.Workpiece;

/**
 * Reads a replay of the panel as what it shows: a trajectory without actions, source or seed.
 * Floats survive the way through JSON to the last bit.
 */
final class ReplayReader {
  private ReplayReader() {}

  /**
   * Reads a replay.
   *
   * @throws IllegalArgumentException if a key is missing or a row has another width
   */
  static Trajectory read(JsonNode replay) {
    FloatMatrix state = matrix(replay, "state", Channels.STATE.width());
    Map<ChannelSpec, FloatMatrix> channels = new LinkedHashMap<>();
    channels.put(Channels.STATE, state);
    for (ChannelSpec spec : List.of(Channels.WRENCH, Channels.CUT)) {
      String key = spec.key().substring(spec.key().indexOf('.') + 1);
      channels.put(spec, matrix(replay, key, spec.width()));
    }
    JsonNode piece = replay.required("workpiece");
    Workpiece workpiece =
        new Workpiece(
            piece.required("kind").asText(),
            matrix(piece, "profile", 3),
            piece.required("skin_thickness_m").asDouble());
    double rate = replay.required("rate_hz").asDouble();
    String id = replay.required("episode_id").asText();
    TrajectoryInfo info =
        new TrajectoryInfo(
            id, "panel", "panel", "panel", 0, rate, Optional.of(workpiece), Map.of());
    long[] stamps = new long[state.rows()];
    for (int t = 0; t < stamps.length; t++) {
      stamps[t] = Math.round(t * 1e9 / rate);
    }
    return new Trajectory(info, stamps, channels, List.of());
  }

  private static FloatMatrix matrix(JsonNode parent, String key, int cols) {
    JsonNode rows = parent.required(key);
    float[] values = new float[rows.size() * cols];
    for (int r = 0; r < rows.size(); r++) {
      JsonNode row = rows.get(r);
      if (row.size() != cols) {
        throw new IllegalArgumentException(
            key + ", row " + r + ": expected " + cols + " values, found " + row.size());
      }
      for (int c = 0; c < cols; c++) {
        values[r * cols + c] = row.get(c).isNull() ? Float.NaN : (float) row.get(c).asDouble();
      }
    }
    return FloatMatrix.of(rows.size(), cols, values);
  }
}
