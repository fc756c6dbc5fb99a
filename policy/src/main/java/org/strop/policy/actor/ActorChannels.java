package org.strop.policy.actor;

import java.util.List;
import org.strop.bridge.trajectory.ChannelSpec;

/**
 * What an actor reads and commands.
 *
 * @param observations read side by side, in this order; at least one
 * @param action the channel commanded
 * @param rateHz steps per second, above 0
 */
public record ActorChannels(List<ChannelSpec> observations, ChannelSpec action, double rateHz) {
  /** Copies the list and checks the rate. */
  public ActorChannels {
    observations = List.copyOf(observations);
    if (observations.isEmpty() || !(rateHz > 0)) {
      throw new IllegalArgumentException(observations.size() + " observations, rate " + rateHz);
    }
  }

  /** Returns Do, the components of all observations. */
  public int observationWidth() {
    return observations.stream().mapToInt(ChannelSpec::width).sum();
  }

  /** Returns Da. */
  public int actionWidth() {
    return action.width();
  }
}
