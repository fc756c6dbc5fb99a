package org.strop.reward.model;

import ai.djl.ndarray.NDArray;
import org.strop.policy.nn.ParameterLayout;
import org.strop.policy.nn.Parameters;

/** What turns runs of rows into numbers per row, for all members at once. */
interface Encoder {
  /**
   * Returns the outputs of every row.
   *
   * @param x scaled features, [R, C, F]: R windows of C rows in the order of time
   * @return [M, R·C, out]; belongs to the manager of x
   */
  NDArray forward(Parameters p, NDArray x);

  /**
   * Declares an encoder.
   *
   * @param features F
   * @param out numbers per row
   */
  static Encoder declare(
      ParameterLayout layout, EncoderConfig config, int members, int features, int out) {
    if (config instanceof EncoderConfig.Mlp mlp) {
      return StepEncoder.declare(layout, mlp, members, features, out);
    }
    if (config instanceof EncoderConfig.Transformer transformer) {
      return SequenceEncoder.declare(layout, transformer, members, features, out);
    }
    throw new AssertionError(config);
  }
}
