package org.strop.reward.composite;

import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;

/** What is measured at each step; row t depends on steps up to t only. */
public enum Quantity {
  /** Norm of the wrist force, N. */
  FORCE_N(Channels.WRENCH),
  /** Norm of the force's change over a step, N/s; 0 at the first step. */
  FORCE_RATE_N_PER_S(Channels.WRENCH),
  /** Speed of the tool point by backward difference, m/s; 0 at the first step. */
  SPEED_M_PER_S(Channels.STATE),
  /** Norm of the tool point's third backward difference, m/s³; 0 in the first three steps. */
  JERK_M_PER_S3(Channels.STATE),
  /** Thickness of the strip being cut, m; 0 without one. */
  THICKNESS_M(Channels.CUT),
  /** Whether a strip comes off: 1 or 0. */
  STRIP(Channels.CUT),
  /** Speed of slipping without cutting, m/s. */
  SLIP_M_PER_S(Channels.CUT),
  /** Depth of a gouge into the flesh, m. */
  GOUGE_M(Channels.CUT);

  private final ChannelSpec source;

  Quantity(ChannelSpec source) {
    this.source = source;
  }

  /** Returns the channel that it is computed from. */
  public ChannelSpec source() {
    return source;
  }

  /** Returns whether it comes from the {@code cut} channel, which no robot at work observes. */
  public boolean labelSide() {
    return source.equals(Channels.CUT);
  }

  /** Returns its value at step t; NaN where the channel was not observed. */
  double at(FloatMatrix channel, int t, double rateHz) {
    return switch (this) {
      case FORCE_N -> norm(channel, t, 1, 0, 0, 0);
      case FORCE_RATE_N_PER_S -> t < 1 ? 0 : rateHz * norm(channel, t, 1, -1, 0, 0);
      case SPEED_M_PER_S -> t < 1 ? 0 : rateHz * norm(channel, t, 1, -1, 0, 0);
      case JERK_M_PER_S3 -> t < 3 ? 0 : Math.pow(rateHz, 3) * norm(channel, t, 1, -3, 3, -1);
      case THICKNESS_M -> channel.get(t, 0);
      case STRIP -> Float.isNaN(channel.get(t, 0)) ? Double.NaN : channel.get(t, 0) > 0 ? 1 : 0;
      case SLIP_M_PER_S -> channel.get(t, 2);
      case GOUGE_M -> channel.get(t, 3);
    };
  }

  /** Returns |Σ_k w_k v_{t−k}| of the first three columns. */
  private static double norm(FloatMatrix channel, int t, double... weights) {
    double squares = 0;
    for (int i = 0; i < 3; i++) {
      double sum = 0;
      for (int k = 0; k < weights.length; k++) {
        sum += weights[k] == 0 ? 0 : weights[k] * channel.get(t - k, i);
      }
      squares += sum * sum;
    }
    return Math.sqrt(squares);
  }

  /** Returns its values at all steps of a trajectory that has the channel, length T. */
  public double[] of(Trajectory trajectory) {
    FloatMatrix channel = trajectory.channel(source);
    double[] values = new double[trajectory.length()];
    for (int t = 0; t < values.length; t++) {
      values[t] = at(channel, t, trajectory.info().rateHz());
    }
    return values;
  }
}
