package org.strop.reward.compare;

import java.util.Arrays;
import org.strop.reward.likelihood.PreferenceKind;

/**
 * What one model says of labels that it never saw.
 *
 * @param name of the model, for example {@code regret+lapse}
 * @param kind what it compares
 * @param logLikelihood of each label, nats, mean over repeats; length n; not copied
 * @param probability that the second is preferred, mean over repeats; length n; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a table with one owner, never compared
public record HeldOutModel(
    String name, PreferenceKind kind, double[] logLikelihood, double[] probability) {
  /** Returns the mean log-likelihood of a label, nats; ln ½ = −0.693 says nothing. */
  public double mean() {
    return Arrays.stream(logLikelihood).average().orElse(Double.NaN);
  }
}
