package org.strop.sim.cell;

import java.util.SplittableRandom;
import org.strop.sim.task.ProduceConfig;

/** Bruises: round places on the surface where stiffness and toughness are lower. Ours. */
final class SoftSpots {
  private final double[] x;
  private final double[] angle;
  private final double depth;
  private final double size;
  private final double radius;

  /** Draws them; the number of draws depends on their number alone. */
  SoftSpots(ProduceConfig config, double radius, SplittableRandom random) {
    this.radius = radius;
    int n = (int) Math.floor(config.softSpots().draw(random) + 0.5);
    depth = config.softSpotDepth().draw(random);
    size = config.softSpotRadiusM().draw(random);
    x = new double[n];
    angle = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = config.strokeStartM() + config.strokeLengthM() * random.nextDouble();
      angle[i] = 2 * Math.PI * random.nextDouble();
    }
  }

  /** Returns the factor at (x, φ), in (0, 1]: 1 − depth · exp(−(distance / size)²). */
  double at(double atX, double atAngle) {
    double factor = 1;
    for (int i = 0; i < x.length; i++) {
      double around = radius * Math.IEEEremainder(atAngle - angle[i], 2 * Math.PI);
      double along = atX - x[i];
      double square = (around * around + along * along) / (size * size);
      factor *= square > 9 ? 1 : 1 - depth * Math.exp(-square);
    }
    return factor;
  }
}
