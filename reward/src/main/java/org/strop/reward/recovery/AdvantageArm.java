package org.strop.reward.recovery;

import java.util.function.Predicate;
import org.strop.policy.nn.Seeds;
import org.strop.reward.regret.AdvantageObjective;
import org.strop.reward.world.Policies;
import org.strop.reward.world.ScaledReturn;
import org.strop.reward.world.World;
import org.strop.reward.world.WorldSegment;

/** Learns tables of advantages in one world from labels drawn from regret. */
final class AdvantageArm {
  private final RandomWorld task;
  private final WorldsConfig config;
  private final int index;
  private final ScaledReturn scaled;

  AdvantageArm(RandomWorld task, WorldsConfig config, int index) {
    this.task = task;
    this.config = config;
    this.index = index;
    scaled = new ScaledReturn(task.world(), task.weights(), config.gamma());
  }

  /** Returns the table fitted to random pairs. */
  double[] fit(boolean absorbing) {
    World world = task.world();
    Predicate<WorldSegment> before = s -> !world.terminal(s.state(s.length() - 1));
    LabelledPairs pairs =
        LabelledPairs.draw(
            task,
            new LabelledPairs.Source(
                LabelModel.REGRET, LabelNoise.STOCHASTIC, config.segmentLength(), config.gamma()),
            config.advantageLabels(),
            absorbing ? s -> true : before,
            Seeds.stream(config.seed(), "advantage", index));
    AdvantageObjective objective =
        new AdvantageObjective(
            world, pairs.first(), pairs.second(), pairs.labels(), config.advantageRidge());
    return config.advantage().minimise(objective, new double[objective.size()]).weights();
  }

  double[] greedy(double[] table) {
    return Policies.greedy(task.world(), table);
  }

  double[] planned(double[] table) {
    return Policies.optimal(task.world(), table, config.gamma());
  }

  double scaledReturn(double[] policy) {
    return scaled.ofPolicy(policy);
  }

  /** Returns the share of starts from which a policy can end the episode. */
  double endings(double[] policy) {
    World world = task.world();
    boolean[] ends = new boolean[world.states()];
    boolean changed = true;
    for (int s = 0; s < ends.length; s++) {
      ends[s] = world.terminal(s);
    }
    while (changed) {
      changed = false;
      for (int i = 0; i < policy.length; i++) {
        int s = i / world.actions();
        if (!ends[s] && policy[i] > 0 && ends[world.next(s, i % world.actions())]) {
          ends[s] = true;
          changed = true;
        }
      }
    }
    int count = 0;
    for (int s : world.starts()) {
      count += ends[s] ? 1 : 0;
    }
    return count / (double) world.starts().length;
  }
}
