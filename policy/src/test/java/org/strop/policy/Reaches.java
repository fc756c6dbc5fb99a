package org.strop.policy;

import java.util.List;
import java.util.SplittableRandom;
import org.strop.bridge.trajectory.ChannelSpec;
import org.strop.policy.actor.ActionDistribution;
import org.strop.policy.actor.ActorChannels;
import org.strop.policy.actor.ActorConfig;
import org.strop.policy.actor.Steps;
import org.strop.policy.nn.Activation;
import org.strop.policy.nn.AdamWConfig;

/**
 * A toy: a point on a line that moves by what is commanded. Observation [x, 3] (the second is
 * constant), action [dx, 0]; good commands go toward 0.
 */
public final class Reaches {
  /** What is read and commanded. */
  public static final ActorChannels CHANNELS =
      new ActorChannels(
          List.of(channel("observation.state", "x", "fixed")), channel("action", "dx", "idle"), 10);

  private Reaches() {}

  private static ChannelSpec channel(String key, String... names) {
    return new ChannelSpec(key, List.of(names), List.of("m", "m"), "world");
  }

  /** Returns the smallest actor that can learn it. */
  public static ActorConfig actor(ActionDistribution distribution) {
    return new ActorConfig("reach", 8, 1, Activation.TANH, distribution);
  }

  /** Returns Adam without warm-up and clipping. */
  public static AdamWConfig adam(double lr) {
    return AdamWConfig.plain(lr);
  }

  /**
   * Returns episodes in turn: even ones command {@code good}·x, odd ones {@code bad}·x, both with
   * noise.
   *
   * @param length steps of each
   */
  public static Steps episodes(int episodes, int length, double good, double bad, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] observations = new float[2 * episodes * length];
    float[] actions = new float[2 * episodes * length];
    int[] ends = new int[episodes];
    for (int e = 0; e < episodes; e++) {
      double x = 2 * random.nextDouble() - 1;
      for (int t = 0; t < length; t++) {
        int at = 2 * (e * length + t);
        double dx = (e % 2 == 0 ? good : bad) * x + 0.1 * random.nextGaussian();
        observations[at] = (float) x;
        observations[at + 1] = 3;
        actions[at] = (float) dx;
        x = Math.max(-1, Math.min(1, x + dx));
      }
      ends[e] = (e + 1) * length;
    }
    return Steps.of(CHANNELS, observations, actions, ends);
  }
}
