package org.strop.sim.demo;

import java.util.SplittableRandom;

/**
 * Smooth noise that returns to zero: x⁺ = ρ x + σ √(1 − ρ²) ε with ρ = exp(−Δt/τ), so that x has
 * standard deviation σ at every step, from the first draw on.
 */
public final class OrnsteinUhlenbeck {
  private final double rho;
  private final double kick;
  private double value;

  /**
   * Creates the process in its stationary distribution.
   *
   * @param sigma standard deviation, in the unit of its use, at least 0
   * @param tauS correlation time, s, above 0
   * @param stepS time between steps, s
   * @param random one draw now
   */
  public OrnsteinUhlenbeck(double sigma, double tauS, double stepS, SplittableRandom random) {
    rho = Math.exp(-stepS / tauS);
    kick = sigma * Math.sqrt(1 - rho * rho);
    value = sigma * random.nextGaussian();
  }

  /** Advances one step and returns the new value; one draw. */
  public double step(SplittableRandom random) {
    value = rho * value + kick * random.nextGaussian();
    return value;
  }

  /** Returns the current value. */
  public double value() {
    return value;
  }
}
