package org.strop.launch.reproduce.cpl;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.strop.configs.Bounds;
import org.strop.configs.SelfChecking;
import org.strop.policy.actor.ActorConfig;
import org.strop.policy.clone.CloningConfig;
import org.strop.policy.contrastive.ContrastiveConfig;
import org.strop.policy.iql.IqlConfig;
import org.strop.policy.nn.ComputeConfig;
import org.strop.reward.model.BatchConfig;
import org.strop.reward.model.EnsembleConfig;
import org.strop.reward.model.FitConfig;
import org.strop.reward.model.PairReturn;
import org.strop.reward.model.PartWeights;
import org.strop.reward.model.RewardFitSpec;
import org.strop.sim.suite.act.Quality;

/**
 * The comparison: data, labels and arms. Sizes are ours, chosen on seeds 101 and 102; the constants
 * of the methods are those of METHODS 3 and 4 unless the file says otherwise.
 *
 * @param seeds one paired repetition each
 * @param tasks of the suite
 * @param arms to compare; {@code bc} and {@code cpl} among them
 * @param qualities grades of the recorded episodes, taken in turn
 * @param episodes recorded per task and seed
 * @param episodeSteps recorded of each; the wait after a solved task teaches little
 * @param labels how segments are cut and compared
 * @param evaluationEpisodes per arm, task and seed
 * @param compute device and threads
 * @param actor the policy of every arm
 * @param cloning of the two cloning arms, and of the start of the contrastive arms, which spends
 *     {@code contrastive.steps} fewer
 * @param lambda λ of the contrastive loss
 * @param contrastive the contrastive arms
 * @param reward partial-return reward of the two-stage arms
 * @param iql offline reinforcement learning of the two-stage arms
 */
public record CplConfig(
    List<Long> seeds,
    List<String> tasks,
    List<Arm> arms,
    List<Quality> qualities,
    @Bounds(min = 1, max = 10000) int episodes,
    @Bounds(min = 2, max = 10000) int episodeSteps,
    Labels labels,
    @Bounds(min = 1, max = 10000) int evaluationEpisodes,
    ComputeConfig compute,
    ActorConfig actor,
    CloningConfig cloning,
    @Bounds(min = 0, exclusiveMin = true, max = 1) double lambda,
    ContrastiveConfig contrastive,
    Reward reward,
    IqlConfig iql)
    implements SelfChecking {
  /** Copies the lists. */
  public CplConfig {
    seeds = List.copyOf(seeds);
    tasks = List.copyOf(tasks);
    arms = List.copyOf(arms);
    qualities = List.copyOf(qualities);
  }

  /**
   * How choices are made.
   *
   * @param segmentSteps T, the length of every segment; episodes are cut into them side by side
   * @param pairs drawn from them
   * @param temperature of the Bradley-Terry noise, in units of regret
   */
  public record Labels(
      @Bounds(min = 2, max = 10000) int segmentSteps,
      @Bounds(min = 1, max = 1e6) int pairs,
      @Bounds(min = 0, exclusiveMin = true, max = 1e6) double temperature) {}

  /**
   * A partial-return reward.
   *
   * @param ensemble the networks
   * @param fit their training
   * @param batchPairs choices per optimiser step
   * @param stepsPerSegment steps drawn from each segment per optimiser step
   */
  public record Reward(
      EnsembleConfig ensemble,
      FitConfig fit,
      @Bounds(min = 1, max = 1e5) int batchPairs,
      @Bounds(min = 1, max = 10000) int stepsPerSegment) {

    RewardFitSpec spec(long seed) {
      BatchConfig batch = new BatchConfig(batchPairs, 1, 1, stepsPerSegment, 1);
      return new RewardFitSpec(
          seed,
          new PartWeights(0, 0, 1),
          PairReturn.SUM,
          ensemble,
          ensemble.perceptron(),
          Optional.empty(),
          fit,
          batch);
    }
  }

  /** Returns the cloning that the contrastive arms begin with. */
  CloningConfig start() {
    return new CloningConfig(
        cloning.steps() - contrastive.steps(), cloning.batchSize(), cloning.optimizer());
  }

  @Override
  public void check(Problems problems) {
    once(problems, "seeds", seeds);
    once(problems, "tasks", tasks);
    once(problems, "arms", arms);
    if (!arms.containsAll(List.of(Arm.BC, Arm.CPL))) {
      problems.add("arms", "is " + arms + ", but must name bc and cpl", "add them");
    }
    if (qualities.isEmpty() || qualities.contains(Quality.MIXED)) {
      problems.add(
          "qualities", "is " + qualities + ", but must name pure grades", "name pure grades");
    }
    if (labels.segmentSteps() > episodeSteps) {
      problems.add(
          "labels.segment_steps",
          "is " + labels.segmentSteps() + ", but an episode has " + episodeSteps + " steps",
          "lower it");
    }
    if (cloning.steps() <= contrastive.steps() + cloning.optimizer().warmupSteps()) {
      problems.add(
          "cloning.steps",
          "is " + cloning.steps() + ", but must leave some after contrastive.steps and the warm-up",
          "raise it");
    }
  }

  private static void once(Problems problems, String key, List<?> values) {
    if (values.isEmpty() || new HashSet<>(values).size() != values.size()) {
      problems.add(key, "is " + values + ", but must name each once", "list each once");
    }
  }
}
