package org.strop.sim.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.strop.sim.rollout.EpisodePool;
import org.strop.sim.suite.act.Quality;
import org.strop.sim.suite.act.SuitePolicy;
import org.strop.sim.suite.task.SuiteTask;
import org.strop.sim.suite.world.SuiteWorld;

/** Rolls policies out in a task, on several threads. */
public final class SuiteRollouts {
  private final SuiteTask task;
  private final EpisodePool pool;

  /** Creates rollouts; the caller closes the pool. */
  public SuiteRollouts(SuiteTask task, EpisodePool pool) {
    this.task = task;
    this.pool = pool;
  }

  /**
   * Runs episodes of the seeds {@code seed}, {@code seed + 1}, ...
   *
   * @param policy makes a policy of its own for each episode
   * @param onFinished told the number of episodes finished
   * @return one outcome per seed, in order
   */
  public List<SuiteOutcome> run(
      Supplier<SuitePolicy> policy, int episodes, long seed, IntConsumer onFinished) {
    List<SuiteOutcome> all = new ArrayList<>(episodes);
    pool.inOrder(
        episodes,
        k -> SuiteEpisode.run(new SuiteWorld(task), policy.get(), seed + k).outcome(),
        outcome -> {
          all.add(outcome);
          onFinished.accept(all.size());
        });
    return all;
  }

  /** Runs episodes of a grade; see {@link #run(Supplier, int, long, IntConsumer)}. */
  public List<SuiteOutcome> run(Quality quality, int episodes, long seed, IntConsumer onFinished) {
    List<SuiteOutcome> all = new ArrayList<>(episodes);
    pool.inOrder(
        episodes,
        k ->
            SuiteEpisode.run(new SuiteWorld(task), quality.ofEpisode(k).policy(), seed + k)
                .outcome(),
        outcome -> {
          all.add(outcome);
          onFinished.accept(all.size());
        });
    return all;
  }
}
