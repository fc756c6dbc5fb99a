package org.strop.bridge.trajectory;

import java.util.Map;
import java.util.Optional;

/**
 * Where a trajectory comes from.
 *
 * @param episodeId unique in its dataset; letters, digits, dot, dash, underscore; at most 100
 * @param robot robot name, as in its configuration
 * @param task task name, as in its configuration
 * @param source who acted: {@code demonstrator}, or the policy's name
 * @param seed seed of the instance and of the noise
 * @param rateHz steps a second, above 0
 * @param workpiece what was worked on, where the task has one
 * @param attributes free words, for example {@code split_reason}
 */
public record TrajectoryInfo(
    String episodeId,
    String robot,
    String task,
    String source,
    long seed,
    double rateHz,
    Optional<Workpiece> workpiece,
    Map<String, String> attributes) {
  /** Checks the id and the rate. */
  public TrajectoryInfo {
    attributes = Map.copyOf(attributes);
    if (!episodeId.matches("[A-Za-z0-9._-]{1,100}")) {
      throw new IllegalArgumentException("episode id '" + episodeId + "' is not a file name");
    }
    if (!(rateHz > 0) || Double.isInfinite(rateHz)) {
      throw new IllegalArgumentException("rate is " + rateHz + " Hz, but must be above 0");
    }
  }
}
