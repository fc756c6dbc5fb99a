package org.strop.sim.suite.act;

import java.util.SplittableRandom;
import org.strop.sim.cell.Streams;
import org.strop.sim.suite.task.GradeConfig;
import org.strop.sim.suite.world.SuiteWorld;

/** The expert with noise on every action, and lapses; see {@link GradeConfig}. */
public final class NoisyExpert implements SuitePolicy {
  private final ScriptedExpert expert = new ScriptedExpert();
  private final float[] lapse = new float[SuiteWorld.ACTIONS];
  private SplittableRandom random = Streams.POLICY.of(0);
  private int lapseSteps;

  @Override
  public void start(long seed) {
    random = Streams.POLICY.of(seed);
    lapseSteps = 0;
  }

  @Override
  public void act(SuiteWorld world, float[] out) {
    GradeConfig grade = world.task().grades();
    double rate = world.task().rateHz();
    expert.act(world, out);
    if (lapseSteps == 0 && random.nextDouble() < grade.lapsesPerS() / rate) {
      lapseSteps = (int) Math.ceil(grade.lapseS() * rate);
      for (int i = 0; i < lapse.length; i++) {
        lapse[i] = (float) (2 * random.nextDouble() - 1);
      }
    }
    if (lapseSteps > 0) {
      lapseSteps--;
      System.arraycopy(lapse, 0, out, 0, lapse.length);
      return;
    }
    for (int i = 0; i < out.length; i++) {
      double noisy = out[i] + grade.noise() * random.nextGaussian();
      out[i] = (float) Math.max(-1, Math.min(1, noisy));
    }
  }
}
