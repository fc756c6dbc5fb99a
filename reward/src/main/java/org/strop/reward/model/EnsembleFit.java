package org.strop.reward.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.policy.nn.Learner;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.Seeds;
import org.strop.policy.nn.Tensor;

/**
 * Fits an ensemble to a training set, with early stopping per member.
 *
 * <p>Everything random comes from the seed and the step, so the same input gives the same weights.
 */
final class EnsembleFit {
  private final TrainingSet set;
  private final Roles roles;
  private final RewardFitSpec spec;
  private final Network net;
  private final EnsembleLoss loss;
  private final BatchFactory batches;
  private final Map<Part, LabelStream> streams = new EnumMap<>(Part.class);
  private final Batch validation;
  private final boolean[] validated;

  /**
   * What a fit gives.
   *
   * @param tensors weights by name
   * @param bestSteps step of each member's weights
   * @param curve learning curves
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Fitted(Map<String, Tensor> tensors, int[] bestSteps, List<CurvePoint> curve) {}

  /**
   * @throws StropException {@code CORRUPT_DATA} if no part with a weight has a label to train on
   */
  EnsembleFit(TrainingSet set, Roles roles, RewardFitSpec spec) {
    this.set = set;
    this.roles = roles;
    this.spec = spec;
    this.net = spec.network(set.width(), set.side().operators().size());
    this.loss = new EnsembleLoss(net, costs());
    this.batches = new BatchFactory(set, roles, spec);
    for (Part part : Part.values()) {
      int[] labels = roles.any(part, Role.TRAIN);
      streams.put(part, new LabelStream(labels, spec.seed(), "labels." + part.name()));
    }
    requireLabels();
    Map<Part, int[]> labels = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      labels.put(part, roles.any(part, Role.VALIDATE));
    }
    this.validation = batches.of(labels, Role.VALIDATE, () -> 0.5);
    this.validated = validated();
  }

  private void requireLabels() {
    for (Part part : Part.values()) {
      if (spec.weights().of(part) > 0 && roles.any(part, Role.TRAIN).length > 0) {
        return;
      }
    }
    throw new StropException(
        ErrorCode.CORRUPT_DATA,
        "There is nothing to learn a reward from: "
            + Arrays.stream(Part.values())
                .map(p -> set.count(p) + " " + p.name().toLowerCase(java.util.Locale.ROOT))
                .collect(java.util.stream.Collectors.joining(", "))
            + " labels with a weight above 0.",
        "key weights",
        "give labels of a part whose weight is above 0.");
  }

  private PartCosts costs() {
    if (net instanceof CompositeNet composite) {
      AnswerLoss answers = new AnswerLoss(composite.answers(), set);
      return new CompositeCosts(composite, spec.composite().orElseThrow(), answers);
    }
    return new PlainCosts((RewardNet) net);
  }

  private boolean[] validated() {
    boolean[] any = new boolean[roles.members()];
    for (Batch.Block block : validation.blocks().values()) {
      for (int i = 0; i < block.weights().length; i++) {
        any[i / block.count()] |= block.weights()[i] > 0;
      }
    }
    return any;
  }

  /**
   * Runs all steps.
   *
   * @param parent manager to work under; nothing is left in it
   */
  Fitted run(NDManager parent, FitListener listener) {
    try (Parameters p = Parameters.initialize(parent, net.layout(), spec.seed());
        Learner learner = Learner.plain(p, spec.fit().optimizer(), spec.fit().steps())) {
      MemberBest best = new MemberBest(roles.members());
      List<CurvePoint> curve = new ArrayList<>();
      double sum = 0;
      int since = 0;
      for (int step = 0; step < spec.fit().steps(); step++) {
        sum += learner.step(batchLoss(step)).loss();
        since++;
        if ((step + 1) % spec.fit().evaluateEvery() == 0 || step + 1 == spec.fit().steps()) {
          double[] losses = validationLosses(p, parent);
          best.look(step + 1, p.toTensors(), losses);
          double mean =
              Arrays.stream(losses).filter(l -> !Double.isNaN(l)).average().orElse(Double.NaN);
          CurvePoint point = new CurvePoint(step + 1, sum / since / roles.members(), mean);
          curve.add(point);
          listener.onPoint(spec.fit().steps(), point);
          sum = 0;
          since = 0;
        }
      }
      return new Fitted(best.tensors(), best.steps(), List.copyOf(curve));
    }
  }

  /**
   * Returns the summed loss of the step's batch; a member's gradient does not depend on the others.
   */
  private org.strop.policy.nn.Loss batchLoss(int step) {
    SplittableRandom random = Seeds.stream(spec.seed(), "rows", step);
    Map<Part, int[]> labels = new EnumMap<>(Part.class);
    streams.forEach((part, stream) -> labels.put(part, stream.take(spec.batch().labels(part))));
    Batch batch = batches.of(labels, Role.TRAIN, random::nextDouble);
    return (scope, p) -> loss.of(scope, p, batch).sum();
  }

  private double[] validationLosses(Parameters p, NDManager parent) {
    if (validation.blocks().isEmpty()) {
      return IntStream.range(0, roles.members()).mapToDouble(m -> Double.NaN).toArray();
    }
    try (NDManager scope = parent.newSubManager()) {
      NDArray losses = loss.of(scope, p, validation);
      float[] values = losses.toFloatArray();
      return IntStream.range(0, values.length)
          .mapToDouble(m -> validated[m] ? values[m] : Double.NaN)
          .toArray();
    }
  }
}
