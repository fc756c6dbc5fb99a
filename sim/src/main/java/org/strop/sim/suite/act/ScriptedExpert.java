package org.strop.sim.suite.act;

import org.strop.sim.suite.world.Guide;
import org.strop.sim.suite.world.SuiteWorld;

/**
 * Solves every task of the suite by following its guide: back out if it is beside the way, go to
 * the mouth of the way, in along it, and push. Without memory; allocates nothing.
 *
 * <p>With d the offset of the hand from the touching point, s = d · out its part along the way and
 * l the rest: touching when l and s are small; on the way when l is small; else out of the way
 * until s reaches its length, and across. Once inside, l may grow to {@value #LOOSE} times what
 * lets it in.
 */
public final class ScriptedExpert implements SuitePolicy {
  private static final double LOOSE = 2;
  private static final double TOUCHING_M = 0.006;
  private static final double MOUTH = 0.7;

  private final Guide guide = new Guide();
  private final double[] move = new double[3];

  @Override
  public void start(long seed) {}

  @Override
  public void act(SuiteWorld world, float[] out) {
    world.guide(guide);
    double grip = plan(world);
    double gain = 1 / world.task().hand().stepM();
    for (int i = 0; i < 3; i++) {
      out[i] = (float) Math.max(-1, Math.min(1, gain * move[i]));
    }
    out[3] = (float) grip;
  }

  /** Writes the displacement to make, m; returns the grip. */
  private double plan(SuiteWorld world) {
    if (guide.rest) {
      go(0, 0, 0);
      return guide.gripTouching;
    }
    double dx = world.hand(0) - guide.touch[0];
    double dy = world.hand(1) - guide.touch[1];
    double dz = world.hand(2) - guide.touch[2];
    double s = dx * guide.out[0] + dy * guide.out[1] + dz * guide.out[2];
    double lx = dx - s * guide.out[0];
    double ly = dy - s * guide.out[1];
    double lz = dz - s * guide.out[2];
    double beside = Math.sqrt(lx * lx + ly * ly + lz * lz);
    double allowed = guide.besideM * (s > MOUTH * guide.outLengthM ? 1 : LOOSE);
    if (beside < allowed && s < TOUCHING_M) {
      push(dx, dy, dz);
      return guide.gripTouching;
    }
    if (beside < allowed) {
      go(-dx, -dy, -dz); // in along the way
    } else if (s < MOUTH * guide.outLengthM) {
      double back = guide.outLengthM - s; // out of the way first
      go(back * guide.out[0], back * guide.out[1], back * guide.out[2]);
    } else {
      double to = guide.outLengthM; // across to its mouth
      go(to * guide.out[0] - dx, to * guide.out[1] - dy, to * guide.out[2] - dz);
    }
    return guide.gripOnTheWay;
  }

  /** Goes on in the direction of the push, and back onto its line. */
  private void push(double dx, double dy, double dz) {
    double[] p = guide.push;
    double square = p[0] * p[0] + p[1] * p[1] + p[2] * p[2];
    double along = square > 0 ? (dx * p[0] + dy * p[1] + dz * p[2]) / square : 0;
    go(p[0] - (dx - along * p[0]), p[1] - (dy - along * p[1]), p[2] - (dz - along * p[2]));
  }

  private void go(double x, double y, double z) {
    move[0] = x;
    move[1] = y;
    move[2] = z;
  }
}
