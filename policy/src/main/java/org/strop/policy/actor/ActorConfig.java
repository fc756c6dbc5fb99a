package org.strop.policy.actor;

import org.strop.configs.Bounds;
import org.strop.policy.nn.Activation;

/**
 * An actor. All sizes are ours.
 *
 * @param name for logs and as the {@code source} of its trajectories
 * @param hiddenWidth of each hidden layer
 * @param hiddenLayers number of them
 * @param distribution what log π is
 */
public record ActorConfig(
    String name,
    @Bounds(min = 1, max = 8192) int hiddenWidth,
    @Bounds(min = 1, max = 16) int hiddenLayers,
    Activation activation,
    ActionDistribution distribution) {

  /** Returns the widths of all layers. */
  int[] widths(int in, int out) {
    int[] widths = new int[hiddenLayers + 2];
    java.util.Arrays.fill(widths, hiddenWidth);
    widths[0] = in;
    widths[hiddenLayers + 1] = out;
    return widths;
  }
}
