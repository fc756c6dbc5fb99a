package org.strop.reward.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.OptionalInt;
import org.strop.policy.nn.Initializer;
import org.strop.policy.nn.ParameterLayout;
import org.strop.policy.nn.Parameters;
import org.strop.policy.nn.Scalars;
import org.strop.reward.likelihood.PreferenceKind;

/**
 * How much of −regret a member sees in a segment's utility: u = (1 − α) R − α regret.
 *
 * <p>0 for partial return, 1 for regret; learned per member for a mixture, α = σ({@value #PACE} a),
 * from a half, to which weight decay pulls back. Ours.
 *
 * @param slot of a, [M, 1]; empty where α is fixed
 */
record Mixture(PreferenceKind kind, int members, OptionalInt slot) {
  private static final double PACE = 4;

  static Mixture declare(ParameterLayout layout, PreferenceKind kind, int members) {
    return new Mixture(
        kind,
        members,
        kind == PreferenceKind.MIXTURE
            ? OptionalInt.of(layout.add("mixture", new Initializer.Constant(0), members, 1))
            : OptionalInt.empty());
  }

  /** Returns α times shifts, [M, runs]; belongs to {@code step}. */
  NDArray times(Parameters p, NDManager step, NDArray shifts) {
    if (slot.isEmpty()) {
      return shifts;
    }
    NDArray stored = step.ones(new Shape(members, 1)).mul(p.get(slot.getAsInt()));
    return shifts.mul(ai.djl.nn.Activation.sigmoid(Scalars.times(stored, (float) PACE)));
  }

  /** Returns α of each member. */
  double[] of(Ensemble ensemble) {
    double[] alphas = new double[members];
    Arrays.fill(alphas, kind == PreferenceKind.PARTIAL_RETURN ? 0 : 1);
    if (slot.isPresent()) {
      float[] stored = ensemble.parameter(slot.getAsInt());
      Arrays.setAll(alphas, m -> 1 / (1 + Math.exp(-PACE * stored[m])));
    }
    return alphas;
  }
}
