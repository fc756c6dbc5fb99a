package org.strop.sim.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.strop.bridge.control.SafetyLimits;
import org.strop.bridge.trajectory.ActionChunk;
import org.strop.bridge.trajectory.Channels;
import org.strop.bridge.trajectory.ObservationWindow;
import org.strop.bridge.trajectory.Policy;
import org.strop.bridge.trajectory.PolicySpec;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.sim.task.ExplorationConfig;
import org.strop.sim.task.TaskConfig;

/**
 * Runs many episodes in lockstep under one policy: one batched decision per chunk, receding
 * horizon, every action through the safety filter. Trajectories have the form of recorded ones;
 * their action is the executed command.
 *
 * <p>An episode depends on its spec alone: batch size and order change nothing, up to the policy's
 * float rounding. Not thread-safe, as policies are not.
 */
public final class Rollouts {
  private final TaskConfig task;
  private final SafetyLimits limits;

  /** Creates rollouts of a task; each episode gets its own filter with these limits. */
  public Rollouts(TaskConfig task, SafetyLimits limits) {
    this.task = task;
    this.limits = limits;
  }

  /**
   * Runs all episodes to their end.
   *
   * @param exploration noise on the actions, if any
   * @param onFinished told the number of episodes finished, after each chunk
   * @return one trajectory per spec, in order
   * @throws StropException if the policy does not fit the task
   */
  public List<Trajectory> run(
      Policy policy,
      List<EpisodeSpec> specs,
      Optional<ExplorationConfig> exploration,
      IntConsumer onFinished) {
    PolicySpec spec = policy.spec();
    require(spec);
    List<Episode> all = new ArrayList<>(specs.size());
    for (EpisodeSpec episode : specs) {
      all.add(new Episode(task, limits, spec, episode, exploration));
    }
    List<Episode> running = new ArrayList<>(all);
    while (!running.isEmpty()) {
      decide(policy, running);
      running.forEach(e -> advance(e, spec.actionSteps()));
      running.removeIf(Episode::finished);
      onFinished.accept(all.size() - running.size());
    }
    return all.stream().map(Episode::finish).toList();
  }

  /** Runs all episodes to their end, without progress. */
  public List<Trajectory> run(
      Policy policy, List<EpisodeSpec> specs, Optional<ExplorationConfig> exploration) {
    return run(policy, specs, exploration, finished -> {});
  }

  private static void decide(Policy policy, List<Episode> running) {
    List<ObservationWindow> windows = running.stream().map(Episode::window).toList();
    List<ActionChunk> chunks = policy.act(windows);
    for (int i = 0; i < running.size(); i++) {
      running.get(i).follow(chunks.get(i));
    }
  }

  private static void advance(Episode episode, int steps) {
    for (int i = 0; i < steps && !episode.finished(); i++) {
      episode.advance();
    }
  }

  private void require(PolicySpec spec) {
    boolean observes =
        spec.observations().stream()
            .allMatch(c -> c.equals(Channels.STATE) || c.equals(Channels.WRENCH));
    if (!observes
        || !spec.action().equals(Channels.ACTION)
        || spec.rateHz() != task.policyRateHz()) {
      throw new StropException(
          ErrorCode.CONFIG,
          "policy "
              + spec.name()
              + " reads "
              + spec.observations().stream().map(c -> c.key()).toList()
              + " and commands "
              + spec.action().key()
              + " at "
              + spec.rateHz()
              + " Hz; the task gives observation.state and observation.wrench, takes action, at "
              + task.policyRateHz()
              + " Hz",
          "task " + task.name(),
          "train the policy on this task's channels and rate");
    }
  }
}
