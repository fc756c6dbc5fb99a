package org.strop.launch.rollout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.strop.bridge.control.SafetyLimits;
import org.strop.bridge.trajectory.Policy;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.sim.metrics.PeelMetrics;
import org.strop.sim.metrics.StateMetrics;
import org.strop.sim.rollout.DemonstrationFactory;
import org.strop.sim.rollout.EpisodePool;
import org.strop.sim.rollout.EpisodeSpec;
import org.strop.sim.rollout.OpenLoopPolicy;
import org.strop.sim.rollout.Rollouts;
import org.strop.sim.task.TaskConfig;

/**
 * Rolls a policy out in the peeling cell. Peeling has no dense reward: the return of an episode is
 * 1 if it succeeded and 0 if not.
 *
 * @param produce a kind, or {@link TaskConfig#MIXED}
 * @param limits of the safety filter in front of policies
 * @param pool where episodes run; the caller closes it
 * @param nanoTime clock for the rate alone; nothing else depends on it
 */
public record PeelingRun(
    TaskConfig task, String produce, SafetyLimits limits, EpisodePool pool, LongSupplier nanoTime) {
  /** Name of the scripted person. */
  public static final String DEMONSTRATOR = "demonstrator";

  /** Name of constant commands. */
  public static final String CONSTANT = "constant";

  /** Checks that there is such produce. */
  public PeelingRun {
    task.kindFor(produce, 0);
  }

  /** Runs demonstrations, seeds {@code seed}, {@code seed + 1}, ... */
  public RolloutResult demonstrator(int episodes, long seed, IntConsumer progress) {
    return parallel(
        DEMONSTRATOR,
        episodes,
        k -> DemonstrationFactory.demonstrate(task, produce, seed + k),
        progress);
  }

  /** Runs constant commands, the same for all instances of a kind. */
  public RolloutResult constant(int episodes, long seed, IntConsumer progress) {
    List<EpisodeSpec> specs = EpisodeSpec.series(CONSTANT, produce, episodes, seed);
    return parallel(CONSTANT, episodes, k -> constant(specs.get(k)), progress);
  }

  private Trajectory constant(EpisodeSpec spec) {
    String kind = task.kindFor(produce, spec.seed());
    try (Policy policy = OpenLoopPolicy.middling(task.kind(kind))) {
      return new Rollouts(task, limits).run(policy, List.of(spec), Optional.empty()).get(0);
    }
  }

  /** Runs a trained policy: one batched decision for all episodes, on one thread. */
  public RolloutResult trained(
      String name, Policy policy, int episodes, long seed, IntConsumer progress) {
    long start = nanoTime.getAsLong();
    List<Trajectory> all =
        new Rollouts(task, limits)
            .run(
                policy,
                EpisodeSpec.series("policy", produce, episodes, seed),
                Optional.empty(),
                progress);
    return result(name, all.stream().map(this::judge).toList(), start);
  }

  private RolloutResult parallel(
      String name, int episodes, IntFunction<Trajectory> episode, IntConsumer progress) {
    long start = nanoTime.getAsLong();
    List<RolloutResult.Outcome> all = new ArrayList<>();
    pool.inOrder(
        episodes,
        k -> judge(episode.apply(k)),
        outcome -> {
          all.add(outcome);
          progress.accept(all.size());
        });
    return result(name, all, start);
  }

  private RolloutResult.Outcome judge(Trajectory trajectory) {
    PeelMetrics metrics = PeelMetrics.of(trajectory, task);
    Map<String, Double> all = new LinkedHashMap<>(metrics.asMap());
    all.putAll(StateMetrics.read(trajectory.info())); // the produce itself knows better
    double reward = metrics.success() ? 1 : 0;
    return new RolloutResult.Outcome(metrics.success(), reward, trajectory.length() - 1, all);
  }

  private RolloutResult result(String name, List<RolloutResult.Outcome> all, long start) {
    return RolloutResult.of(task.name(), name, all, (nanoTime.getAsLong() - start) * 1e-9);
  }
}
