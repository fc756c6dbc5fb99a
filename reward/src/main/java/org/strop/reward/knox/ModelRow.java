package org.strop.reward.knox;

import org.strop.reward.metrics.PairedDifference;

/**
 * How well a model predicts people's choices.
 *
 * @param name of the model
 * @param crossEntropy fitted to all pairs and tested on them, nats a label; NaN where that is no
 *     sensible figure
 * @param coefficients fitted to all pairs; empty for the best model
 * @param heldOut cost of each label under the model fitted without its fold, nats
 * @param grouped mean of the same with repeats of a pair kept in one fold
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record ModelRow(
    String name, double crossEntropy, double[] coefficients, double[] heldOut, double grouped) {
  /** Returns the mean held-out cost. */
  public double crossValidated() {
    return CrossValidation.mean(heldOut);
  }

  /** Returns the mean difference of held-out costs to another model, label by label. */
  public PairedDifference minus(ModelRow other) {
    return PairedDifference.of(heldOut, other.heldOut);
  }
}
