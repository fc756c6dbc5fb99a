package org.strop.launch.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.strop.sim.rollout.EpisodePool;
import org.strop.sim.suite.SuiteOutcome;
import org.strop.sim.suite.SuiteRollouts;
import org.strop.sim.suite.act.Quality;
import org.strop.sim.suite.task.SuiteTask;

/**
 * Rolls a grade of policy out in a suite task.
 *
 * @param pool where episodes run; the caller closes it
 * @param nanoTime clock for the rate alone; nothing else depends on it
 */
public record SuiteRun(EpisodePool pool, LongSupplier nanoTime) {
  /**
   * Runs episodes of the seeds {@code seed}, {@code seed + 1}, ...
   *
   * @param progress told how many are finished
   */
  public RolloutResult run(
      SuiteTask task, Quality quality, int episodes, long seed, IntConsumer progress) {
    long start = nanoTime.getAsLong();
    List<SuiteOutcome> outcomes =
        new SuiteRollouts(task, pool).run(quality, episodes, seed, progress);
    double seconds = (nanoTime.getAsLong() - start) * 1e-9;
    List<RolloutResult.Outcome> all = new ArrayList<>();
    for (SuiteOutcome o : outcomes) {
      all.add(new RolloutResult.Outcome(o.success(), o.sumOfRewards(), o.steps(), o.metrics()));
    }
    return RolloutResult.of(task.name(), quality.word(), all, seconds);
  }
}
