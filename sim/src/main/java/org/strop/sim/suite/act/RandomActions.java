package org.strop.sim.suite.act;

import java.util.SplittableRandom;
import org.strop.sim.cell.Streams;
import org.strop.sim.suite.world.SuiteWorld;

/** Every action drawn uniformly from [−1, 1]⁴, independently. */
public final class RandomActions implements SuitePolicy {
  private SplittableRandom random = Streams.POLICY.of(0);

  @Override
  public void start(long seed) {
    random = Streams.POLICY.of(seed);
  }

  @Override
  public void act(SuiteWorld world, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) (2 * random.nextDouble() - 1);
    }
  }
}
