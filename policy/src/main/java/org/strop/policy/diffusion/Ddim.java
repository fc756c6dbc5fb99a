package org.strop.policy.diffusion;

/**
 * Deterministic sampling (Song et al. 2021, η = 0) with x₀ clipped to [-1, 1], on "leading" steps
 * as in the library of Chi et al. 2023.
 *
 * <pre>
 *   x̂₀ = clip((x_t − √(1 − ᾱ_t)·ε)/√ᾱ_t, −1, 1)
 *   x_s = √ᾱ_s·x̂₀ + √(1 − ᾱ_s)·ε,   s = t − T/K;  ᾱ_s = 1 for s below 0
 * </pre>
 */
final class Ddim {
  private final NoiseSchedule schedule;
  private final int[] timesteps;
  private final int stride;

  Ddim(NoiseSchedule schedule, int steps) {
    this.schedule = schedule;
    this.stride = schedule.steps() / steps;
    this.timesteps = new int[steps];
    for (int k = 0; k < steps; k++) {
      timesteps[k] = (steps - 1 - k) * stride;
    }
  }

  /** Returns the diffusion steps visited, falling. */
  int[] timesteps() {
    return timesteps.clone();
  }

  /**
   * Turns predicted clean values into the noise that they mean.
   *
   * <pre>  ε = (x_t − √ᾱ_t·x̂₀)/√(1 − ᾱ_t)</pre>
   *
   * @param x values at t; not modified
   * @param clean x̂₀, clipped here; overwritten with ε
   */
  void toNoise(float[] x, float[] clean, int t) {
    double a = Math.sqrt(schedule.alphaBar(t));
    double s = Math.sqrt(1 - schedule.alphaBar(t));
    for (int i = 0; i < x.length; i++) {
      clean[i] = (float) ((x[i] - a * Math.max(-1, Math.min(1, clean[i]))) / s);
    }
  }

  /**
   * Makes one step from timestep t to the next.
   *
   * @param x values at t; overwritten with those at the next
   * @param noise ε that the network predicts, same length
   */
  void step(float[] x, float[] noise, int t) {
    double a = Math.sqrt(schedule.alphaBar(t));
    double s = Math.sqrt(1 - schedule.alphaBar(t));
    double nextA = Math.sqrt(schedule.alphaBar(t - stride));
    double nextS = Math.sqrt(1 - schedule.alphaBar(t - stride));
    for (int i = 0; i < x.length; i++) {
      double clean = Math.max(-1, Math.min(1, (x[i] - s * noise[i]) / a));
      x[i] = (float) (nextA * clean + nextS * noise[i]);
    }
  }
}
