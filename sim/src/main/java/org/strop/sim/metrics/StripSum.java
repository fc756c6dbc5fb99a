package org.strop.sim.metrics;

import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.FloatMatrix;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.sim.task.ProduceConfig;

/** Sums over the strip of a trajectory, by length along the feed. */
final class StripSum {
  /** A break this close to an end of the stroke is the strip's start or end, not a tear, m. */
  private static final double END_M = 0.004;

  private final ProduceConfig produce;
  private final double skin;
  private final double stepS;
  private double length;
  private double thicknessSum;
  private double squareSum;
  private double flesh;
  private double slip;
  private double cuttingTime;
  private double cuttingTravel;
  private int gouges;
  private double deepestGouge;
  private int tears;
  private double furthest;
  private boolean inStrip;
  private boolean inGouge;

  private StripSum(ProduceConfig produce, double skin, double stepS) {
    this.produce = produce;
    this.skin = skin;
    this.stepS = stepS;
    furthest = produce.strokeStartM();
  }

  static StripSum of(Trajectory trajectory, ProduceConfig produce, double skin) {
    StripSum sum = new StripSum(produce, skin, 1 / trajectory.info().rateHz());
    FloatMatrix state = trajectory.channel(Channels.STATE);
    FloatMatrix cut = trajectory.channel(Channels.CUT);
    for (int t = 0; t < trajectory.length(); t++) {
      double travel = t == 0 ? 0 : state.get(t, 0) - state.get(t - 1, 0);
      sum.add(state.get(t, 0), travel, cut, t);
    }
    return sum;
  }

  private void add(double x, double travel, FloatMatrix cut, int t) {
    double thickness = cut.get(t, 0);
    double progress = Math.max(0, Math.min(x, produce.strokeEndM()) - furthest);
    furthest = Math.max(furthest, Math.min(x, produce.strokeEndM()));
    slip += cut.get(t, 2) * stepS;
    if (thickness > 0) {
      length += progress;
      thicknessSum += thickness * progress;
      squareSum += thickness * thickness * progress;
      // A chord's segment of height t is about 2/3 w t; what is below the skin is flesh.
      flesh += 2.0 / 3 * cut.get(t, 1) * Math.max(0, thickness - skin) * progress;
      cuttingTime += stepS;
      cuttingTravel += Math.max(0, travel);
    }
    countGouge(cut.get(t, 3));
    countTear(x, thickness > 0);
  }

  private void countGouge(double depth) {
    boolean gouge = depth > 0;
    gouges += gouge && !inGouge ? 1 : 0;
    inGouge = gouge;
    deepestGouge = Math.max(deepestGouge, depth);
  }

  private void countTear(double x, boolean strip) {
    boolean inside = x > produce.strokeStartM() + END_M && x < produce.strokeEndM() - END_M;
    tears += inStrip && !strip && inside ? 1 : 0;
    inStrip = strip;
  }

  double length() {
    return length;
  }

  double meanThickness() {
    return length > 0 ? thicknessSum / length : 0;
  }

  double spread() {
    double mean = meanThickness();
    return length > 0 ? Math.sqrt(Math.max(0, squareSum / length - mean * mean)) : 0;
  }

  double flesh() {
    return flesh;
  }

  double slip() {
    return slip;
  }

  double feed() {
    return cuttingTime > 0 ? cuttingTravel / cuttingTime : 0;
  }

  int gouges() {
    return gouges;
  }

  double deepestGouge() {
    return deepestGouge;
  }

  int tears() {
    return tears;
  }
}
