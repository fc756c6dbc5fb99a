package org.strop.reward.pairs;

import java.util.Optional;
import org.strop.configs.Bounds;
import org.strop.policy.nn.ComputeConfig;
import org.strop.reward.model.BatchConfig;
import org.strop.reward.model.EncoderConfig;
import org.strop.reward.model.EnsembleConfig;
import org.strop.reward.model.FitConfig;
import org.strop.reward.model.PairReturn;
import org.strop.reward.model.PartWeights;
import org.strop.reward.model.RewardFitSpec;

/**
 * Cross-validation of a reward on people's choices; configs/reward/pairs.yaml.
 *
 * @param seed of the first repeat; repeat k uses seed + k
 * @param repeats whole cross-validations with other folds and first weights (3: METHODS 5 asks for
 *     several seeds)
 * @param folds K, at least 2
 * @param keepOverlapsTogether whether pairs that show the same recorded steps share a fold; false
 *     is the field's habit, and tests on segments that were partly trained on
 * @param compute device and threads
 * @param clip scaled features are cut off at ± this many standard deviations. Ours
 * @param pairReturn mean or sum; the same where all segments have one length
 * @param ensemble the networks
 * @param encoder what reads steps; left out: a perceptron of {@code ensemble.hidden_width}
 * @param fit their training
 * @param batchPairs choices in an optimiser step; all where there are fewer. Ours
 * @param stepsPerSegment steps drawn from each segment in an optimiser step. Ours
 * @param calibrationBins bins of the calibration error (10 is usual)
 */
public record PairsConfig(
    long seed,
    @Bounds(min = 1, max = 100) int repeats,
    @Bounds(min = 2, max = 1000) int folds,
    boolean keepOverlapsTogether,
    ComputeConfig compute,
    @Bounds(min = 1, max = 100) double clip,
    PairReturn pairReturn,
    EnsembleConfig ensemble,
    Optional<EncoderConfig> encoder,
    FitConfig fit,
    @Bounds(min = 1, max = 1e5) int batchPairs,
    @Bounds(min = 1, max = 10000) int stepsPerSegment,
    @Bounds(min = 1, max = 1000) int calibrationBins) {

  /** Returns the fit of one fold. */
  RewardFitSpec spec(long foldSeed) {
    BatchConfig batch = new BatchConfig(batchPairs, 1, 1, stepsPerSegment, 1);
    return new RewardFitSpec(
        foldSeed,
        new PartWeights(0, 0, 1),
        pairReturn,
        ensemble,
        encoder.orElse(ensemble.perceptron()),
        Optional.empty(),
        fit,
        batch);
  }
}
