package org.strop.bridge.trajectory;

import java.util.List;

/**
 * What a policy needs and gives.
 *
 * @param name for logs and as the {@code source} of its trajectories
 * @param observations the channels that it reads
 * @param action the channel that it commands
 * @param windowSteps W, the steps of history that it needs, at least 1
 * @param actionSteps Ta, the steps of each chunk that are executed, at least 1
 * @param rateHz its step rate
 */
public record PolicySpec(
    String name,
    List<ChannelSpec> observations,
    ChannelSpec action,
    int windowSteps,
    int actionSteps,
    double rateHz) {
  /** Copies the list and checks the numbers. */
  public PolicySpec {
    observations = List.copyOf(observations);
    if (windowSteps < 1 || actionSteps < 1 || !(rateHz > 0)) {
      throw new IllegalArgumentException(
          "windowSteps " + windowSteps + ", actionSteps " + actionSteps + ", rateHz " + rateHz);
    }
  }
}
