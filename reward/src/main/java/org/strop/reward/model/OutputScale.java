package org.strop.reward.model;

import java.util.Map;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.policy.nn.Tensor;

/**
 * Centres and scales a composite's pre-squash: over the training data each member's has mean 0 and
 * deviation 1, and each part mean 0.
 *
 * <pre>  z' = (z − mean z)/deviation z = Σ_k (part_k − mean part_k)/deviation z,   r = σ(z')</pre>
 *
 * <p>Exact, not trained: answers' models take up any shift and factor, so nothing that is predicted
 * about labels changes. Where z does not vary the deviation counts as 1.
 *
 * @param means [M·(K + 1)] of the parts
 * @param deviations [M], above 0
 */
@SuppressWarnings("ArrayRecordComponent") // one owner, never compared
record OutputScale(float[] means, float[] deviations) {
  private static final String MEANS = "output.part_means";
  private static final String DEVIATIONS = "output.deviations";
  private static final double CONSTANT = 1e-6;

  /** Measures the training data. */
  static OutputScale fit(Evaluated evaluated) {
    float[][] parts = evaluated.parts().orElseThrow();
    int members = parts.length;
    int n = evaluated.values()[0].length;
    int each = parts[0].length / n;
    float[] means = new float[members * each];
    float[] deviations = new float[members];
    for (int m = 0; m < members; m++) {
      for (int k = 0; k < each; k++) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
          sum += parts[m][i * each + k];
        }
        means[m * each + k] = (float) (sum / n);
      }
      deviations[m] = deviation(evaluated.values()[m]);
    }
    return new OutputScale(means, deviations);
  }

  private static float deviation(float[] values) {
    double mean = 0;
    for (float v : values) {
      mean += v / values.length;
    }
    double squares = 0;
    for (float v : values) {
      squares += (v - mean) * (v - mean) / values.length;
    }
    double deviation = Math.sqrt(squares);
    return (float) (deviation > CONSTANT * Math.max(1, Math.abs(mean)) ? deviation : 1);
  }

  /**
   * Returns each member's scaled parts, [M][N·(K + 1)].
   *
   * @param parts as in {@link Evaluated}; not modified
   */
  float[][] apply(float[][] parts) {
    int each = means.length / deviations.length;
    float[][] out = new float[parts.length][];
    for (int m = 0; m < parts.length; m++) {
      out[m] = new float[parts[m].length];
      for (int i = 0; i < out[m].length; i++) {
        out[m][i] = (parts[m][i] - means[m * each + i % each]) / deviations[m];
      }
    }
    return out;
  }

  /** Adds this to a checkpoint's tensors. */
  void save(Map<String, Tensor> tensors) {
    tensors.put(MEANS, Tensor.vector(means));
    tensors.put(DEVIATIONS, Tensor.vector(deviations));
  }

  /**
   * Reads it from a checkpoint's tensors.
   *
   * @throws StropException {@code CORRUPT_DATA} if it is not there or does not fit
   */
  static OutputScale load(Map<String, Tensor> tensors, int members, String where) {
    Tensor means = tensors.get(MEANS);
    Tensor deviations = tensors.get(DEVIATIONS);
    if (means == null
        || deviations == null
        || deviations.size() != members
        || means.size() % members != 0) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          "Expected tensors "
              + MEANS
              + " and "
              + DEVIATIONS
              + "["
              + members
              + "], found "
              + means
              + " and "
              + deviations
              + ".",
          where,
          "use another copy of the file, or train again.");
    }
    return new OutputScale(means.values(), deviations.values());
  }
}
