package org.strop.bridge.control.record;

import java.util.Optional;
import org.strop.bridge.trajectory.Workpiece;

/**
 * What an episode is called and where it comes from.
 *
 * @param id unique in its dataset
 * @param source who acted: {@code demonstrator}, or the policy's name
 * @param seed seed of the instance and of the noise
 * @param workpiece what was worked on, where known
 * @param outcome word of the robot for how it ended
 */
public record EpisodeLabel(
    String id, String source, long seed, Optional<Workpiece> workpiece, String outcome) {}
