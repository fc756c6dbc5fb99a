package org.strop.launch.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.strop.bridge.control.SafetyLimits;
import org.strop.bridge.trajectory.Policy;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.sim.metrics.PeelMetrics;
import org.strop.sim.operator.SimulatedOperator;
import org.strop.sim.rollout.EpisodeSpec;
import org.strop.sim.rollout.Rollouts;
import org.strop.sim.task.TaskConfig;

/** Rolls policies out on the same instances and judges what they did. */
public final class Evaluation {
  private final TaskConfig task;
  private final SafetyLimits limits;
  private final SimulatedOperator judge;

  /**
   * Creates an evaluation.
   *
   * @param judge whose hidden utility is the quality
   */
  public Evaluation(TaskConfig task, SafetyLimits limits, SimulatedOperator judge) {
    this.task = task;
    this.limits = limits;
    this.judge = judge;
  }

  /**
   * Rolls a policy out, without exploration.
   *
   * @param episodes how many, of the seeds {@code firstSeed}, {@code firstSeed + 1}, ...
   * @param progress told how many are finished
   */
  public List<Trajectory> roll(
      String arm, Policy policy, int episodes, long firstSeed, IntConsumer progress) {
    List<EpisodeSpec> specs = EpisodeSpec.series(arm, episodes, firstSeed);
    return new Rollouts(task, limits).run(policy, specs, Optional.empty(), progress);
  }

  /** Judges trajectories. */
  public Arm judge(String arm, List<Trajectory> trajectories) {
    List<EpisodeOutcome> outcomes = new ArrayList<>();
    for (Trajectory trajectory : trajectories) {
      PeelMetrics metrics = PeelMetrics.of(trajectory, task);
      outcomes.add(
          new EpisodeOutcome(
              trajectory.info().seed(),
              metrics.success(),
              judge.utility(trajectory),
              metrics.asMap()));
    }
    return new Arm(arm, outcomes);
  }
}
