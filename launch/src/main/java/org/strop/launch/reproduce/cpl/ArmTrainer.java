package org.strop.launch.reproduce.cpl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.strop.policy.actor.ActorScaling;
import org.strop.policy.actor.ScaledSteps;
import org.strop.policy.actor.StepListener;
import org.strop.policy.actor.Steps;
import org.strop.policy.actor.TrainedActor;
import org.strop.policy.clone.BehaviorCloning;
import org.strop.policy.clone.CloningConfig;
import org.strop.policy.contrastive.ContrastiveTrainer;
import org.strop.policy.contrastive.SegmentPair;
import org.strop.policy.contrastive.SegmentPair.Rows;
import org.strop.policy.iql.IqlTrainer;
import org.strop.policy.iql.Transitions;
import org.strop.policy.nn.Torch;
import org.strop.reward.likelihood.Contrastive;
import org.strop.reward.model.PairEnsemble;
import org.strop.reward.model.PairTarget;
import org.strop.reward.model.Span;

/** Trains the arms of one task and seed on shared data and labels. */
final class ArmTrainer {
  private final CplConfig config;
  private final Torch torch;
  private final OfflineData data;
  private final RegretLabels labels;
  private final long seed;
  private @Nullable TrainedActor start;

  ArmTrainer(CplConfig config, Torch torch, OfflineData data, RegretLabels labels, long seed) {
    this.config = config;
    this.torch = torch;
    this.data = data;
    this.labels = labels;
    this.seed = seed;
  }

  TrainedActor train(Arm arm) {
    List<SegmentPair> pairs = arm.exactLabels() ? labels.exact() : labels.noisy();
    return switch (arm) {
      case BC -> clone(config.cloning(), all());
      case BC_PREFERRED -> clone(config.cloning(), preferred(pairs));
      case CPL, CPL_EXACT_LABELS -> contrastive(pairs);
      case P_IQL, P_IQL_EXACT_LABELS -> offline(learnedReward(pairs));
      case IQL_TRUE_REWARD -> offline(data.rewards());
    };
  }

  private int[] all() {
    return IntStream.range(0, data.steps().size()).toArray();
  }

  private TrainedActor clone(CloningConfig cloning, int[] rows) {
    return BehaviorCloning.fit(
        torch, config.actor(), cloning, data.steps(), rows, seed, StepListener.SILENT);
  }

  /** Returns the rows of the preferred segment of each pair; of both where they tie. */
  private static int[] preferred(List<SegmentPair> pairs) {
    return pairs.stream()
        .flatMapToInt(
            pair ->
                IntStream.concat(
                    pair.label() <= 0.5 ? rows(pair.first()) : IntStream.empty(),
                    pair.label() >= 0.5 ? rows(pair.second()) : IntStream.empty()))
        .toArray();
  }

  private static IntStream rows(Rows rows) {
    return IntStream.range(rows.from(), rows.to());
  }

  private TrainedActor contrastive(List<SegmentPair> pairs) {
    TrainedActor from = start;
    if (from == null) {
      from = clone(config.start(), all());
      start = from;
    }
    return ContrastiveTrainer.fit(
        torch,
        config.contrastive(),
        new Contrastive(config.lambda()),
        from,
        data.steps(),
        pairs,
        seed,
        StepListener.SILENT);
  }

  private TrainedActor offline(float[] rewards) {
    Transitions transitions = new Transitions(data.steps(), rewards, new boolean[rewards.length]);
    return IqlTrainer.fit(
        torch, config.actor(), config.iql(), transitions, seed, StepListener.SILENT);
  }

  private float[] learnedReward(List<SegmentPair> pairs) {
    Steps steps = data.steps();
    ScaledSteps scaled = ActorScaling.fit(steps).apply(steps);
    int width = scaled.observationWidth() + scaled.actionWidth();
    List<PairTarget> targets = new ArrayList<>();
    for (SegmentPair pair : pairs) {
      targets.add(new PairTarget(span(pair.first()), span(pair.second()), pair.label(), 1));
    }
    int[] groups = IntStream.range(0, targets.size()).toArray();
    try (PairEnsemble reward =
        PairEnsemble.fit(
            config.reward().spec(seed),
            config.compute(),
            sideBySide(scaled),
            width,
            targets,
            groups)) {
      return reward.rewards();
    }
  }

  private static Span span(Rows rows) {
    return new Span(rows.from(), rows.to());
  }

  /** Returns rows [o | a], scaled. */
  private static float[] sideBySide(ScaledSteps steps) {
    int o = steps.observationWidth();
    int a = steps.actionWidth();
    float[] rows = new float[steps.size() * (o + a)];
    for (int i = 0; i < steps.size(); i++) {
      System.arraycopy(steps.observations(), i * o, rows, i * (o + a), o);
      System.arraycopy(steps.actions(), i * a, rows, i * (o + a) + o, a);
    }
    return rows;
  }
}
