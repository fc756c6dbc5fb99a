package org.strop.policy.diffusion;

/**
 * The squared-cosine schedule of noise (Nichol and Dhariwal 2021, as used by Chi et al. 2023).
 *
 * <pre>
 *   f(u) = cos²((u + 0.008)/1.008 · π/2);   β_t = min(1 − f((t+1)/T)/f(t/T), 0.999)
 *   ᾱ_t = Π_{s ≤ t} (1 − β_s);   x_t = √ᾱ_t·x₀ + √(1 − ᾱ_t)·ε
 * </pre>
 */
public final class NoiseSchedule {
  private final double[] alphaBar;

  /**
   * Creates a schedule.
   *
   * @param steps T, at least 1
   */
  public NoiseSchedule(int steps) {
    alphaBar = new double[steps];
    double product = 1;
    for (int t = 0; t < steps; t++) {
      double ratio = f((t + 1.0) / steps) / f((double) t / steps);
      product *= 1 - Math.min(1 - ratio, 0.999);
      alphaBar[t] = product;
    }
  }

  private static double f(double u) {
    double c = Math.cos((u + 0.008) / 1.008 * Math.PI / 2);
    return c * c;
  }

  /** Returns T. */
  public int steps() {
    return alphaBar.length;
  }

  /** Returns ᾱ_t; 1 for t below 0, the clean end. */
  public double alphaBar(int t) {
    return t < 0 ? 1 : alphaBar[t];
  }

  /**
   * Returns x_t of one value.
   *
   * @param clean x₀
   * @param noise ε
   */
  public float add(float clean, float noise, int t) {
    return (float) (Math.sqrt(alphaBar[t]) * clean + Math.sqrt(1 - alphaBar[t]) * noise);
  }
}
