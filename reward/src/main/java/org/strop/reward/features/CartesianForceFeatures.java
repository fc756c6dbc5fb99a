package org.strop.reward.features;

import java.util.List;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * Features of force-aware Cartesian manipulation: where the tool is and how it moves, what was
 * commanded relative to it (under impedance control the force that is asked for), and the last
 * wrenches.
 *
 * <p>A row holds, in order: position (3, m), two columns of the rotation matrix (6), linear
 * velocity (3, m/s), angular velocity (3, rad/s), commanded minus actual position (3, m), rotation
 * vector from actual to commanded orientation (3, rad), then H wrenches, newest first (6 each, N
 * and N m). Velocities are backward differences, zero at the first step; before the first step the
 * first wrench is repeated. Quaternions of opposite sign give the same row.
 */
public final class CartesianForceFeatures implements StepFeatures {
  private static final int POSE_WIDTH = 21;
  private static final int WRENCH_WIDTH = 6;
  private static final List<String> CHANNELS =
      List.of(Channels.STATE.key(), Channels.WRENCH.key(), Channels.ACTION.key());

  private final int history;

  /**
   * @param wrenchHistorySteps H, at least 1
   */
  public CartesianForceFeatures(int wrenchHistorySteps) {
    if (wrenchHistorySteps < 1) {
      throw new IllegalArgumentException("history of " + wrenchHistorySteps + " steps");
    }
    this.history = wrenchHistorySteps;
  }

  @Override
  public int width() {
    return POSE_WIDTH + history * WRENCH_WIDTH;
  }

  @Override
  public List<String> channels() {
    return CHANNELS;
  }

  @Override
  public FloatMatrix of(Trajectory trajectory) {
    FloatMatrix state = require(trajectory, Channels.STATE.key(), 7);
    FloatMatrix wrench = require(trajectory, Channels.WRENCH.key(), WRENCH_WIDTH);
    FloatMatrix action = require(trajectory, Channels.ACTION.key(), 7);
    float[] out = new float[trajectory.length() * width()];
    double rateHz = trajectory.info().rateHz();
    Pose before = new Pose();
    Pose now = new Pose();
    Pose command = new Pose();
    for (int t = 0; t < trajectory.length(); t++) {
      int at = t * width();
      now.set(state, t);
      before.set(state, Math.max(0, t - 1));
      command.set(action, t);
      at = now.putPose(out, at);
      at = now.putDifference(before, rateHz, out, at);
      at = command.putDifference(now, 1, out, at);
      for (int k = 0; k < history; k++) {
        wrench.copyRow(Math.max(0, t - k), out, at);
        at += WRENCH_WIDTH;
      }
    }
    return FloatMatrix.of(trajectory.length(), width(), out);
  }

  private static FloatMatrix require(Trajectory trajectory, String key, int width) {
    String episode = trajectory.info().episodeId();
    FloatMatrix values =
        trajectory
            .find(key)
            .orElseThrow(
                () ->
                    new StropException(
                        ErrorCode.CORRUPT_DATA,
                        "Episode " + episode + " has no channel " + key + ".",
                        "episode " + episode,
                        "record it with this channel, or leave the episode out."));
    if (values.cols() != width) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          "Channel " + key + " is [T, " + values.cols() + "], but must be [T, " + width + "].",
          "episode " + episode,
          "record poses as x y z qx qy qz qw and wrenches as fx fy fz mx my mz.");
    }
    return FiniteValues.require(values, key, episode);
  }
}
