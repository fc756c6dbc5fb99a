package org.strop.sim.suite.act;

import java.util.SplittableRandom;
import org.strop.sim.cell.Streams;
import org.strop.sim.suite.task.GradeConfig;
import org.strop.sim.suite.task.HandConfig;
import org.strop.sim.suite.world.SuiteWorld;

/** In bouts, follows the noisy expert or heads for a random point; see {@link GradeConfig}. */
public final class Wanderer implements SuitePolicy {
  private final NoisyExpert expert = new NoisyExpert();
  private final double[] target = new double[3];
  private SplittableRandom random = Streams.EXPLORATION.of(0);
  private int boutSteps;
  private boolean following;
  private float grip;

  @Override
  public void start(long seed) {
    random = Streams.EXPLORATION.of(seed);
    expert.start(seed);
    boutSteps = 0;
  }

  @Override
  public void act(SuiteWorld world, float[] out) {
    if (boutSteps == 0) {
      bout(world);
    }
    boutSteps--;
    if (following) {
      expert.act(world, out);
      return;
    }
    for (int i = 0; i < 3; i++) {
      double move = (target[i] - world.hand(i)) / world.task().hand().stepM();
      out[i] = (float) Math.max(-1, Math.min(1, move));
    }
    out[3] = grip;
  }

  private void bout(SuiteWorld world) {
    GradeConfig grade = world.task().grades();
    HandConfig hand = world.task().hand();
    boutSteps = (int) Math.ceil(grade.wanderS() * world.task().rateHz());
    following = random.nextDouble() < grade.expertShare();
    target[0] = between(hand.low().x(), hand.high().x());
    target[1] = between(hand.low().y(), hand.high().y());
    target[2] = between(hand.low().z(), hand.high().z());
    grip = random.nextBoolean() ? 1 : -1;
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }
}
