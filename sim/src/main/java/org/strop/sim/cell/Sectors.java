package org.strop.sim.cell;

/** The division of the circle that all height fields share, and its sines. */
final class Sectors {
  /** Number of sectors: 2° each, 0.7 mm on a cucumber, 1.3 mm on an apple. */
  static final int COUNT = 180;

  /** Angle of one, rad. */
  static final double STEP_RAD = 2 * Math.PI / COUNT;

  /** cos(m φ_j), [sector][m]; not to be modified. */
  static final double[][] COS = new double[COUNT][Waves.LOBES + 1];

  /** sin(m φ_j). */
  static final double[][] SIN = new double[COUNT][Waves.LOBES + 1];

  static {
    for (int j = 0; j < COUNT; j++) {
      fill(j * STEP_RAD, COS[j], SIN[j]);
    }
  }

  private Sectors() {}

  /** Writes cos m φ and sin m φ for m from 0 to {@link Waves#LOBES}. */
  static void fill(double angle, double[] cos, double[] sin) {
    for (int m = 0; m <= Waves.LOBES; m++) {
      cos[m] = Math.cos(m * angle);
      sin[m] = Math.sin(m * angle);
    }
  }
}
