package org.strop.policy.contrastive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.policy.actor.ActorNetwork;
import org.strop.policy.actor.Minibatches;
import org.strop.policy.actor.ScaledSteps;
import org.strop.policy.actor.StepListener;
import org.strop.policy.actor.Steps;
import org.strop.policy.actor.TrainedActor;
import org.strop.policy.nn.Learner;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.Scalars;
import org.strop.policy.nn.Torch;
import org.strop.policy.port.PairLoss;

/**
 * Moves a cloned actor toward what people prefer.
 *
 * <p>Step s draws its pairs from (seed, s): weights depend on data, configuration and seed alone.
 */
public final class ContrastiveTrainer {
  private static final int REFERENCE_BATCH = 4096;

  private final ContrastiveConfig config;
  private final PairLoss loss;
  private final ActorNetwork network;
  private final ScaledSteps data;
  private final List<SegmentPair> pairs;
  private final Minibatches batches;
  private float[] reference = new float[0];

  private ContrastiveTrainer(
      ContrastiveConfig config,
      PairLoss loss,
      TrainedActor start,
      Steps steps,
      List<SegmentPair> pairs,
      long seed) {
    this.config = config;
    this.loss = loss;
    this.network = start.network();
    this.data = start.document().scaling().apply(steps);
    this.pairs = List.copyOf(pairs);
    this.batches = new Minibatches(seed, "pairs");
  }

  /**
   * Fits an actor to choices.
   *
   * @param start where to begin: an actor cloned from all segments; also the reference of the KL
   *     form
   * @param steps that the pairs' rows are of
   * @param pairs at least one
   * @param loss of a pair's two scores, for example the contrastive one
   * @throws StropException {@code MISSING_DATA} without a pair, {@code COMPUTATION} if training
   *     diverged
   * @throws IllegalArgumentException if a pair lies outside the steps
   */
  public static TrainedActor fit(
      Torch torch,
      ContrastiveConfig config,
      PairLoss loss,
      TrainedActor start,
      Steps steps,
      List<SegmentPair> pairs,
      long seed,
      StepListener listener) {
    try (NDManager manager = torch.newManager()) {
      return fit(manager, config, loss, start, steps, pairs, seed, listener);
    }
  }

  /** Works under a manager, and leaves nothing in it. */
  static TrainedActor fit(
      NDManager manager,
      ContrastiveConfig config,
      PairLoss loss,
      TrainedActor start,
      Steps steps,
      List<SegmentPair> pairs,
      long seed,
      StepListener listener) {
    requirePairs(steps, pairs);
    return new ContrastiveTrainer(config, loss, start, steps, pairs, seed)
        .run(manager, start, listener);
  }

  private static void requirePairs(Steps steps, List<SegmentPair> pairs) {
    if (pairs.isEmpty()) {
      throw new StropException(
          ErrorCode.MISSING_DATA,
          "there are no choices to learn from",
          "the labels",
          "collect labels first; without any, behaviour cloning is all there is");
    }
    for (SegmentPair pair : pairs) {
      if (Math.max(pair.first().to(), pair.second().to()) > steps.size()) {
        throw new IllegalArgumentException(pair + " lies outside " + steps.size() + " steps");
      }
    }
  }

  private TrainedActor run(NDManager manager, TrainedActor start, StepListener listener) {
    try (Parameters p = Parameters.initialize(manager, network.layout(), 0)) {
      p.load(start.weights(), "the cloned actor");
      if (config.reference()) {
        reference = logLikelihoods(manager, p);
      }
      try (Learner learner = Learner.plain(p, config.optimizer(), config.steps())) {
        for (int step = 0; step < config.steps(); step++) {
          SegmentPair[] batch = draw(step);
          listener.onStep(learner.step((scope, q) -> loss(scope, q, batch)), config.steps());
        }
      }
      return new TrainedActor(start.document(), p.toTensors());
    }
  }

  private SegmentPair[] draw(long step) {
    return Arrays.stream(batches.draw(step, config.pairsPerStep(), pairs.size()))
        .mapToObj(pairs::get)
        .toArray(SegmentPair[]::new);
  }

  private float[] logLikelihoods(NDManager manager, Parameters p) {
    float[] all = new float[data.size()];
    for (int from = 0; from < all.length; from += REFERENCE_BATCH) {
      int[] rows = IntStream.range(from, Math.min(all.length, from + REFERENCE_BATCH)).toArray();
      try (NDManager scope = manager.newSubManager()) {
        float[] part = logLikelihood(scope, p, rows).toFloatArray();
        System.arraycopy(part, 0, all, from, part.length);
      }
    }
    return all;
  }

  private NDArray logLikelihood(NDManager scope, Parameters p, int[] rows) {
    return network.logLikelihood(p, data.observations(scope, rows), data.actions(scope, rows));
  }

  /** Returns a scalar with the value and the gradient of the batch's loss. */
  private NDArray loss(NDManager scope, Parameters p, SegmentPair[] pairs) {
    PairBatch batch = PairBatch.of(pairs);
    NDArray logPi = logLikelihood(scope, p, batch.rows());
    NDArray sums = batch.sums(scope, advantage(scope, logPi, batch));
    NDArray scores = Scalars.times(sums, (float) config.alpha());
    NDArray contrast = surrogate(scope, scores, pairs);
    if (config.cloningWeight() == 0) {
      return contrast;
    }
    float weight = (float) config.cloningWeight() / batch.steps();
    return contrast.sub(Scalars.times(batch.sums(scope, logPi).sum(), weight)); // + c·mean(−log π)
  }

  /** Returns log π, or log π − log π_ref, per step. */
  private NDArray advantage(NDManager scope, NDArray logPi, PairBatch batch) {
    if (!config.reference()) {
      return logPi;
    }
    float[] frozen = new float[batch.rows().length];
    for (int i = 0; i < frozen.length; i++) {
      frozen[i] = reference[batch.rows()[i]];
    }
    return logPi.sub(scope.create(frozen));
  }

  /**
   * Returns Σ g·S, shifted to the value of the loss: g are its derivatives, exact in double
   * precision, and count as constants.
   */
  private NDArray surrogate(NDManager scope, NDArray scores, SegmentPair[] pairs) {
    float[] s = scores.toFloatArray();
    float[] g = new float[s.length];
    double value = 0;
    double linear = 0;
    for (int i = 0; i < pairs.length; i++) {
      requireFinite(s[2 * i], s[2 * i + 1]);
      PairLoss.Cost cost = loss.of(s[2 * i], s[2 * i + 1], pairs[i].label());
      value += cost.value() / pairs.length;
      g[2 * i] = (float) (cost.byFirst() / pairs.length);
      g[2 * i + 1] = (float) (cost.bySecond() / pairs.length);
      linear += (double) g[2 * i] * s[2 * i] + (double) g[2 * i + 1] * s[2 * i + 1];
    }
    return scores.mul(scope.create(g)).sum().add((float) (value - linear));
  }

  private static void requireFinite(float first, float second) {
    if (!Float.isFinite(first) || !Float.isFinite(second)) {
      throw new StropException(
          ErrorCode.COMPUTATION,
          "training diverged: a pair scores " + first + " and " + second,
          "contrastive preference learning",
          "lower the learning rate or alpha");
    }
  }
}
