package org.strop.reward.model;

import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;

/** The network that reads steps. */
public sealed interface EncoderConfig {
  /**
   * Each step by itself: a three-layer perceptron (Lin et al. 2026).
   *
   * @param hiddenWidth of both hidden layers. Ours
   */
  record Mlp(@Bounds(min = 1, max = 4096) int hiddenWidth) implements EncoderConfig {}

  /**
   * Each step with what came before it: a causal transformer (after Kim et al. 2023, Preference
   * Transformer; sizes ours).
   *
   * @param width of a token
   * @param heads of the attention; divide the width
   * @param blocks one after the other
   * @param hiddenWidth of their feed-forward parts
   * @param stride steps between tokens, at least 1: each phase of the stride is a sequence of its
   *     own
   * @param context tokens that are seen at once; longer episodes slide
   * @param importance whether the steps of a segment are weighed by a learned importance (softmax
   *     over the segment) instead of equally. The paper's figures have it on, its published
   *     commands do not turn it on; ours ship with it on, and say so in the stored configuration
   */
  record Transformer(
      @Bounds(min = 1, max = 1024) int width,
      @Bounds(min = 1, max = 64) int heads,
      @Bounds(min = 1, max = 24) int blocks,
      @Bounds(min = 1, max = 4096) int hiddenWidth,
      @Bounds(min = 1, max = 1000) int stride,
      @Bounds(min = 2, max = 4096) int context,
      boolean importance)
      implements EncoderConfig, SelfChecking {
    @Override
    public void check(Problems problems) {
      if (width % heads != 0) {
        problems.add(
            "heads", "is " + heads + ", but must divide width (" + width + ")", "choose a divisor");
      }
    }
  }
}
