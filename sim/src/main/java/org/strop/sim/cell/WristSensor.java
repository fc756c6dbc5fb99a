package org.strop.sim.cell;

import java.util.SplittableRandom;
import org.strop.sim.task.SensorConfig;

/**
 * The wrist sensor's errors: bias of the episode, drift, white noise; and its zero. Whoever gives
 * the truth has taken the tool's weight off. Allocates nothing after construction.
 */
final class WristSensor {
  private static final double MEAN_S = 0.03; // of the exponential mean: 95 % of it is 0.1 s old

  private final SensorConfig config;
  private final SplittableRandom random;
  private final double drift;
  private final double settle;
  private final double[] offset = new double[6];
  private final double[] mean = new double[6];
  private final double[] zero = new double[6];
  private volatile boolean tareAsked;
  private int read;

  WristSensor(SensorConfig config, long seed, double periodS) {
    this.config = config;
    random = Streams.SENSOR.of(seed);
    drift = config.forceDriftNPerSqrtS() * Math.sqrt(periodS);
    settle = Math.min(1, periodS / MEAN_S);
    for (int i = 0; i < 6; i++) {
      offset[i] = (i < 3 ? config.forceBiasN() : config.torqueBiasNm()) * random.nextGaussian();
    }
  }

  /** Makes the mean of the last readings the zero, before the next one. Thread-safe. */
  void tare() {
    tareAsked = true;
  }

  /** Reads a true wrench (length 6, N and N m); advances drift and noise by one sample. */
  void read(double[] truth, float[] out) {
    if (tareAsked) {
      tareAsked = false;
      System.arraycopy(mean, 0, zero, 0, 6);
    }
    double share = Math.max(settle, 1.0 / ++read);
    for (int i = 0; i < 6; i++) {
      boolean force = i < 3;
      if (force) {
        offset[i] += drift * random.nextGaussian();
      }
      double noise = force ? config.forceNoiseN() : config.torqueNoiseNm();
      double reading = truth[i] + offset[i] + noise * random.nextGaussian();
      mean[i] += share * (reading - mean[i]);
      out[i] = (float) (reading - zero[i]);
    }
  }
}
