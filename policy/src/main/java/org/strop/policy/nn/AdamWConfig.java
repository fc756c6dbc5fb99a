package org.strop.policy.nn;

import org.strop.configs.Bounds;

/**
 * AdamW with a cosine schedule and gradient clipping.
 *
 * @param lr peak learning rate, above 0
 * @param beta1 decay of the mean of gradients (0.9: Kingma and Ba 2015; 0.95: Chi et al. 2023)
 * @param beta2 decay of the mean of squared gradients (0.999)
 * @param epsilon added to the root of the second moment (1e-8)
 * @param weightDecay decoupled decay of all weights (1e-6: Chi et al. 2023)
 * @param warmupSteps of linear rise from 0 (500: Chi et al. 2023)
 * @param clipNorm largest Euclidean norm of the gradient; larger ones are scaled down (ours)
 */
public record AdamWConfig(
    @Bounds(min = 0, exclusiveMin = true, max = 10) double lr,
    @Bounds(min = 0, max = 0.9999) double beta1,
    @Bounds(min = 0, max = 0.999999) double beta2,
    @Bounds(min = 0, exclusiveMin = true, max = 1) double epsilon,
    @Bounds(min = 0, max = 1) double weightDecay,
    @Bounds(min = 0, max = 1e9) int warmupSteps,
    @Bounds(min = 0, exclusiveMin = true) double clipNorm) {

  /** Returns PyTorch's defaults at a learning rate, without warm-up and practically no clipping. */
  public static AdamWConfig plain(double lr) {
    return new AdamWConfig(lr, 0.9, 0.999, 1e-8, 0, 0, 1e6);
  }
}
