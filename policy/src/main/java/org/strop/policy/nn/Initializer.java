package org.strop.policy.nn;

import java.util.Arrays;
import java.util.SplittableRandom;

/** How a parameter starts. */
public sealed interface Initializer {
  /** Fills the values of one parameter, in order. */
  void fill(SplittableRandom random, float[] out);

  /** All the same. */
  record Constant(float value) implements Initializer {
    @Override
    public void fill(SplittableRandom random, float[] out) {
      Arrays.fill(out, value);
    }
  }

  /** Uniform in [-bound, bound). PyTorch's linear layer: bound = 1/√in for weight and bias. */
  record Uniform(double bound) implements Initializer {
    @Override
    public void fill(SplittableRandom random, float[] out) {
      for (int i = 0; i < out.length; i++) {
        out[i] = (float) ((2 * random.nextDouble() - 1) * bound);
      }
    }
  }
}
