package org.strop.sim.cell;

import java.util.SplittableRandom;
import org.strop.sim.task.SensorConfig;

/**
 * The wrist sensor's errors: bias of the episode, drift, white noise. The tool's weight is taken to
 * be tared. Allocates nothing after construction.
 */
final class WristSensor {
  private final SensorConfig config;
  private final SplittableRandom random;
  private final double drift;
  private final double[] offset = new double[6];

  WristSensor(SensorConfig config, long seed, double periodS) {
    this.config = config;
    random = Streams.SENSOR.of(seed);
    drift = config.forceDriftNPerSqrtS() * Math.sqrt(periodS);
    for (int i = 0; i < 6; i++) {
      offset[i] = (i < 3 ? config.forceBiasN() : config.torqueBiasNm()) * random.nextGaussian();
    }
  }

  /** Reads a true wrench (length 6, N and N m); advances drift and noise by one sample. */
  void read(double[] truth, float[] out) {
    for (int i = 0; i < 6; i++) {
      boolean force = i < 3;
      if (force) {
        offset[i] += drift * random.nextGaussian();
      }
      double noise = force ? config.forceNoiseN() : config.torqueNoiseNm();
      out[i] = (float) (truth[i] + offset[i] + noise * random.nextGaussian());
    }
  }
}
