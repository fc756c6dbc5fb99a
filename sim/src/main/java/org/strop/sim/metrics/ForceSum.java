package org.strop.sim.metrics;

import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;

/**
 * Sums over the wrist force of a trajectory.
 *
 * @param peak largest norm, N
 * @param meanCutting mean norm while a strip comes off, N; 0 without one
 * @param timeOverLimit time with the norm above the limit, s
 */
record ForceSum(double peak, double meanCutting, double timeOverLimit) {
  static ForceSum of(Trajectory trajectory, double limitN) {
    FloatMatrix wrench = trajectory.channel(Channels.WRENCH);
    FloatMatrix cut = trajectory.channel(Channels.CUT);
    double peak = 0;
    double sum = 0;
    int cutting = 0;
    int over = 0;
    for (int t = 0; t < trajectory.length(); t++) {
      double force = norm(wrench, t);
      peak = Math.max(peak, force);
      over += force > limitN ? 1 : 0;
      if (cut.get(t, 0) > 0) {
        sum += force;
        cutting++;
      }
    }
    double mean = cutting == 0 ? 0 : sum / cutting;
    return new ForceSum(peak, mean, over / trajectory.info().rateHz());
  }

  private static double norm(FloatMatrix wrench, int t) {
    double x = wrench.get(t, 0);
    double y = wrench.get(t, 1);
    double z = wrench.get(t, 2);
    return Math.sqrt(x * x + y * y + z * z);
  }
}
