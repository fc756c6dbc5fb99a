package org.strop.reward.model;

/**
 * What the fit itself needs to know, shared by trajectories with labels and by bare pairs.
 *
 * @param seed of first weights and batches
 * @param weights of the parts
 * @param pairReturn mean or sum
 * @param ensemble the networks
 * @param fit their training
 * @param batch what a step looks at
 */
public record RewardFitSpec(
    long seed,
    PartWeights weights,
    PairReturn pairReturn,
    EnsembleConfig ensemble,
    FitConfig fit,
    BatchConfig batch) {

  static RewardFitSpec of(RewardConfig config) {
    return new RewardFitSpec(
        config.seed(),
        config.weights(),
        config.pairReturn(),
        config.ensemble(),
        config.fit(),
        config.batch());
  }
}
