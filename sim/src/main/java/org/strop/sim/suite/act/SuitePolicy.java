package org.strop.sim.suite.act;

import org.strop.sim.suite.world.SuiteWorld;

/** Chooses actions in a suite world. Deterministic by seed; not thread-safe, one per thread. */
public interface SuitePolicy {
  /** Forgets all and seeds what is random; called at the start of an episode. */
  void start(long seed);

  /**
   * Writes the next action.
   *
   * @param world where it is; not modified. A learned policy reads its observation only
   * @param out dx, dy, dz, grip in [−1, 1], length 4; overwritten
   */
  void act(SuiteWorld world, float[] out);
}
