package org.strop.reward.model;

import java.util.Optional;
import org.strop.reward.composite.CompositeConfig;
import org.strop.reward.likelihood.PreferenceKind;

/**
 * What the fit itself needs to know, shared by trajectories with labels and by bare pairs.
 *
 * @param seed of first weights and batches
 * @param weights of the parts
 * @param pairReturn mean or sum
 * @param kind what people are taken to compare
 * @param values of states, where that is more than returns
 * @param ensemble the networks
 * @param encoder what reads steps
 * @param composite parts of the reward; empty: one network
 * @param fit their training
 * @param batch what a step looks at
 */
public record RewardFitSpec(
    long seed,
    PartWeights weights,
    PairReturn pairReturn,
    PreferenceKind kind,
    Optional<ValueConfig> values,
    EnsembleConfig ensemble,
    EncoderConfig encoder,
    Optional<CompositeConfig> composite,
    FitConfig fit,
    BatchConfig batch) {

  /** Makes one whose choices follow partial returns. */
  public RewardFitSpec(
      long seed,
      PartWeights weights,
      PairReturn pairReturn,
      EnsembleConfig ensemble,
      EncoderConfig encoder,
      Optional<CompositeConfig> composite,
      FitConfig fit,
      BatchConfig batch) {
    this(
        seed,
        weights,
        pairReturn,
        PreferenceKind.PARTIAL_RETURN,
        Optional.empty(),
        ensemble,
        encoder,
        composite,
        fit,
        batch);
  }

  static RewardFitSpec of(RewardConfig config) {
    return new RewardFitSpec(
        config.seed(),
        config.weights(),
        config.pairReturn(),
        config.kind(),
        config.kind() == PreferenceKind.PARTIAL_RETURN ? Optional.empty() : config.values(),
        config.ensemble(),
        config.encoder().orElse(config.ensemble().perceptron()),
        config.composite(),
        config.fit(),
        config.batch());
  }

  /** Returns the network for rows of a width and a number of operators. */
  Network network(int width, int operators) {
    return composite.isPresent()
        ? new CompositeNet(composite.get(), encoder, kind, ensemble.members(), width, operators)
        : new RewardNet(ensemble, encoder, kind, width);
  }
}
