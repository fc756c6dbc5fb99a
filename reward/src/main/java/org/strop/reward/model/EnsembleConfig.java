package org.strop.reward.model;

import org.strop.configs.Bounds;

/**
 * The networks: three layers each (Lin et al. 2026: a three-layer MLP), two of them hidden.
 *
 * @param members M, also the number of folds of the held-out figures; at least 2. Ours
 * @param hiddenWidth of both hidden layers of the perceptron, where no other encoder is named. Ours
 * @param pairGain first value of the learned gain: logits per unit of return difference; weight
 *     decay pulls back to it. Rewards are in [0, 1], so 10 makes a difference of 0.3 a choice of 95
 *     %. Not used by a composite reward, whose operators have a temperature. Ours
 */
public record EnsembleConfig(
    @Bounds(min = 2, max = 100) int members,
    @Bounds(min = 1, max = 4096) int hiddenWidth,
    @Bounds(min = 0, exclusiveMin = true, max = 1000) double pairGain) {
  /** Returns the encoder where none is named. */
  public EncoderConfig perceptron() {
    return new EncoderConfig.Mlp(hiddenWidth);
  }
}
