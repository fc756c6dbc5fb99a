package org.strop.sim.cell;

import java.util.SplittableRandom;

/**
 * A smooth random function on the produce's surface: a sum of four waves, each with a whole number
 * of lobes around the axis, so that it closes. Ours.
 *
 * <pre>  f(s, φ) = Σₖ aₖ sin(ωₖ s + pₖ + mₖ φ) = Σₖ aₖ (sₖ(s) cos mₖφ + cₖ(s) sin mₖφ)</pre>
 *
 * <p>Tabulated along s; lookups at a tabulated section need the sines of the sector alone.
 */
final class Waves {
  /** Most lobes around the axis. */
  static final int LOBES = 4;

  private static final int COUNT = 4;

  private final double[][] sin = new double[COUNT][];
  private final double[][] cos = new double[COUNT][];
  private final int[] lobes = new int[COUNT];

  /** Draws a function of about a wavelength (m) along s and a total amplitude of about 1. */
  Waves(int sections, double stepM, double amplitude, double wavelengthM, SplittableRandom random) {
    for (int k = 0; k < COUNT; k++) {
      double frequency = 2 * Math.PI / (wavelengthM * (0.7 + 0.9 * random.nextDouble()));
      double phase = 2 * Math.PI * random.nextDouble();
      double share = amplitude * (0.3 + 0.7 * random.nextDouble()) / Math.sqrt(COUNT);
      lobes[k] = 1 + random.nextInt(LOBES);
      sin[k] = new double[sections];
      cos[k] = new double[sections];
      for (int i = 0; i < sections; i++) {
        sin[k][i] = share * Math.sin(frequency * i * stepM + phase);
        cos[k][i] = share * Math.cos(frequency * i * stepM + phase);
      }
    }
  }

  /**
   * Returns the value at a section.
   *
   * @param cosines of m φ for m from 0 to {@link #LOBES}
   * @param sines the same
   */
  double at(int section, double[] cosines, double[] sines) {
    double sum = 0;
    for (int k = 0; k < COUNT; k++) {
      int m = lobes[k];
      sum += sin[k][section] * cosines[m] + cos[k][section] * sines[m];
    }
    return sum;
  }
}
