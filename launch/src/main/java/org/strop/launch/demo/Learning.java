package org.strop.launch.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.strop.bridge.trajectory.Policy;
import org.strop.bridge.trajectory.Trajectory;
import org.strop.bridge.trajectory.dataset.Dataset;
import org.strop.configs.Resolved;
import org.strop.launch.eval.Evaluation;
import org.strop.launch.eval.Policies;
import org.strop.launch.label.StoreLabels;
import org.strop.launch.progress.Bars;
import org.strop.launch.progress.ProgressBar;
import org.strop.launch.run.RunFolder;
import org.strop.policy.finetune.ResidualTrainConfig;
import org.strop.policy.finetune.ResidualTrainer;
import org.strop.policy.train.DiffusionTrainConfig;
import org.strop.policy.train.DiffusionTrainer;
import org.strop.reward.model.RewardConfig;
import org.strop.reward.model.RewardFit;
import org.strop.reward.model.RewardModel;
import org.strop.reward.model.RewardTrainer;
import org.strop.sim.operator.SimulatedOperator;
import org.strop.sim.rollout.EpisodeSpec;
import org.strop.sim.rollout.Rollouts;
import org.strop.sim.task.TaskConfig;
import org.strop.ui.store.Store;

/** The stages of one seed that train or roll out policies. */
final class Learning {
  private static final String DEMONSTRATIONS = "demonstrations";
  private static final String ATTEMPTS = "attempts";

  private final DemoPlan plan;
  private final long seed;
  private final Stages stages;
  private final Bars bars;

  Learning(DemoPlan plan, long seed, Stages stages, Bars bars) {
    this.plan = plan;
    this.seed = seed;
    this.stages = stages;
    this.bars = bars;
  }

  static Path labels(Stages stages) {
    return stages.folder("labels").resolve("labels.db");
  }

  void train() {
    Resolved<DiffusionTrainConfig> config = plan.train(seed);
    int steps = config.value().learning().steps();
    try (ProgressBar bar = bars.open("train base", "steps", steps)) {
      DiffusionTrainer.train(
          config,
          Dataset.open(stages.folder(DEMONSTRATIONS)).readAll(),
          stages.folder(SeedResult.BASE),
          (report, total) ->
              bar.at(report.step(), String.format(Locale.ROOT, "loss %.4f", report.loss())),
          true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rolls the base policy out with exploration, twice at each instance. */
  List<Trajectory> attempts() {
    return explore("attempt", "try", plan.demo().attempts(), DemoPlan.firstAttempt(seed));
  }

  /** More of the same that nobody is asked about, on instances after those of the attempts. */
  private List<Trajectory> practice() {
    int n = plan.demo().practice().orElse(0);
    long first = DemoPlan.firstAttempt(seed) + plan.demo().attempts() / 2;
    return n == 0 ? List.of() : explore("practise", "practice", n, first);
  }

  private List<Trajectory> explore(String title, String prefix, int n, long firstInstance) {
    List<EpisodeSpec> specs = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      long instance = firstInstance + i / 2;
      long variant = 1 + i % 2;
      specs.add(
          new EpisodeSpec(
              prefix + "-" + instance + "-" + variant, TaskConfig.MIXED, instance, variant));
    }
    try (Policy base = policy(SeedResult.BASE);
        ProgressBar bar = bars.open(title, "episodes", n)) {
      return new Rollouts(plan.task(), plan.robot().limits())
          .run(base, specs, Optional.of(plan.task().exploration()), done -> bar.at(done, ""));
    }
  }

  void reward() {
    Resolved<RewardConfig> resolved = plan.reward(seed);
    RewardConfig config = resolved.value();
    RunFolder.write(stages.folder("reward").resolve("resolved.yaml"), resolved.yaml());
    try (Store store = Store.open(labels(stages));
        ProgressBar bar = bars.open("learn the reward", "steps", config.fit().steps())) {
      RewardFit fit =
          RewardTrainer.train(
              config,
              Dataset.open(stages.folder(ATTEMPTS)).readAll(),
              new StoreLabels(store),
              stages.folder("reward"),
              (total, point) -> bar.at(point.step(), ""));
      fit.model().close();
    }
  }

  void refine() {
    finetune(SeedResult.REFINED, List.of());
  }

  /** The same data, steps and seed, but no preference: beta = 0. */
  void control() {
    finetune(SeedResult.CONTROL, List.of("residual.beta=0"));
  }

  private void finetune(String arm, List<String> overrides) {
    Resolved<ResidualTrainConfig> config = plan.residual(seed, overrides);
    List<Trajectory> data = new ArrayList<>(Dataset.open(stages.folder(ATTEMPTS)).readAll());
    data.addAll(practice());
    data.addAll(Dataset.open(stages.folder(DEMONSTRATIONS)).readAll());
    int steps = config.value().learning().steps();
    try (RewardModel reward = RewardModel.load(stages.folder("reward"));
        ProgressBar bar = bars.open("fine-tune, " + arm, "steps", steps)) {
      ResidualTrainer.train(
          config,
          Policies.folder(stages.folder(SeedResult.BASE)),
          data,
          reward,
          Policies.decisionSeeds(),
          stages.folder(arm),
          (report, total) -> bar.at(report.step(), ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rolls an arm out on the evaluation's instances and judges it. */
  ArmRollouts roll(String arm, SimulatedOperator judge) {
    Evaluation evaluation = new Evaluation(plan.task(), plan.robot().limits(), judge);
    int n = plan.demo().evalEpisodes();
    try (Policy policy = policy(arm);
        ProgressBar bar = bars.open("evaluate " + arm, "episodes", n)) {
      List<Trajectory> rolled =
          evaluation.roll(arm, policy, n, DemoPlan.firstEvaluation(seed), done -> bar.at(done, ""));
      return new ArmRollouts(evaluation.judge(arm, rolled), rolled);
    }
  }

  private Policy policy(String arm) {
    return Policies.load(stages.folder(arm), plan.train(seed).value().compute());
  }
}
