package org.strop.reward.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.strop.policy.nn.Initializer;
import org.strop.policy.nn.ParameterLayout;
import org.strop.policy.nn.Parameters;
import org.strop.reward.composite.CompositeConfig;
import org.strop.reward.composite.StepMetrics;
import org.strop.reward.likelihood.PreferenceKind;

/**
 * The composite ensemble: z = b + Σ_k φ_k(metric_k) + h, with rising curves φ of declared metrics
 * and a residual h of the encoder.
 *
 * <p>Rows are [F features, observed metrics]. The encoder sees the features only and puts out, per
 * row, the residual, the predicted label-side metrics (scaled), and the importance where steps are
 * weighed.
 */
final class CompositeNet implements Network {
  private final ParameterLayout layout = new ParameterLayout();
  private final int members;
  private final int features;
  private final int observed;
  private final int concepts;
  private final boolean weighsSteps;
  private final Encoder encoder;
  private final Optional<MonotoneMap> map;
  private final int biasSlot;
  private final AnswerModels answers;
  private final Mixture mixture;

  /**
   * @param width of a row, observed metrics included
   * @param operators how many answered
   */
  CompositeNet(
      CompositeConfig config,
      EncoderConfig encoder,
      PreferenceKind kind,
      int members,
      int width,
      int operators) {
    StepMetrics metrics = new StepMetrics(config.metrics());
    this.members = members;
    this.observed = metrics.observed().size();
    this.concepts = metrics.labelSide().size();
    this.features = width - observed;
    this.weighsSteps = encoder instanceof EncoderConfig.Transformer t && t.importance();
    int out = 1 + concepts + (weighsSteps ? 1 : 0);
    this.encoder = Encoder.declare(layout, encoder, members, features, out);
    int count = observed + concepts;
    this.map =
        count == 0
            ? Optional.empty()
            : Optional.of(MonotoneMap.declare(layout, members, count, config.strength()));
    this.biasSlot = layout.add("bias", new Initializer.Constant(0), members, 1);
    this.answers = new AnswerModels(layout, config, members, operators);
    this.mixture = Mixture.declare(layout, kind, members);
  }

  @Override
  public ParameterLayout layout() {
    return layout;
  }

  @Override
  public int members() {
    return members;
  }

  @Override
  public Mixture mixture() {
    return mixture;
  }

  AnswerModels answers() {
    return answers;
  }

  @Override
  public Outputs forward(Parameters p, NDArray x) {
    long n = x.getShape().get(0) * x.getShape().get(1);
    NDArray seen = observed == 0 ? x : RewardNet.columns(x, 0, features);
    NDArray out = encoder.forward(p, seen);
    NDArray residual = RewardNet.columns(out, 0, 1);
    Optional<NDArray> predicted =
        concepts == 0 ? Optional.empty() : Optional.of(RewardNet.columns(out, 1, 1L + concepts));
    List<NDArray> parts = new ArrayList<>();
    map.ifPresent(m -> parts.add(m.forward(p, metrics(x, predicted, n))));
    parts.add(residual);
    NDArray all = parts.size() == 1 ? residual : NDArrays.concat(new NDList(parts), 2);
    NDArray values = all.sum(new int[] {2}).add(p.get(biasSlot));
    return new Outputs(
        values,
        weighsSteps ? Optional.of(RewardNet.column(out, 1L + concepts)) : Optional.empty(),
        Optional.of(new Outputs.CompositeRows(all, predicted)));
  }

  /** Returns observed, then predicted metrics, [M, N, K]. */
  private NDArray metrics(NDArray x, Optional<NDArray> predicted, long n) {
    if (observed == 0) {
      return predicted.orElseThrow();
    }
    NDArray known =
        RewardNet.columns(x, features, features + observed)
            .reshape(new Shape(1, n, observed))
            .broadcast(new Shape(members, n, observed));
    return predicted.map(c -> NDArrays.concat(new NDList(known, c), 2)).orElse(known);
  }
}
